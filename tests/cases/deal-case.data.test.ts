import { expect, test } from "vitest";
import { blocks, invitationEdges, publicLog, ties } from "#db/schema";
import { addNote } from "~/cases/add-note.server";
import { claimCase } from "~/cases/claim-case.server";
import { decideCase } from "~/cases/decide-case.server";
import { declareTie } from "~/cases/declare-tie.server";
import { escalateOverdue } from "~/cases/escalate-overdue.server";
import { handOverCase } from "~/cases/hand-over-case.server";
import { releaseCase } from "~/cases/release-case.server";
import { confirmDecision, withdrawDecision } from "~/cases/second-decision.server";
import { newId } from "~/platform/ids";
import { DAY, HOUR, plus } from "~/platform/time";
import {
  aCase,
  aMute,
  aReportedCase,
  caseOf,
  claim,
  dealtTo,
  decide,
  kinds,
  queueOf,
  report,
  see,
  split,
} from "../support/reporting";

test("a case is dealt to half of the moderators; to the others it doesn't exist, in the queue, by link or by deed", async () => {
  const { world, moderators, caseId } = await aReportedCase({
    moderators: ["Moss", "Fern", "Ash", "Elm", "Yew", "Fir"],
  });
  const { dealt, others } = await split(world, caseId, moderators);
  expect([dealt.length, others.length]).toEqual([3, 3]);
  for (const who of dealt) {
    expect((await queueOf(world, who)).map((one) => one.id)).toEqual([caseId]);
    expect(await see(world, who, caseId)).not.toBeNull();
  }
  for (const who of others) {
    const viewer = await world.viewer(who);
    expect(await queueOf(world, who)).toEqual([]);
    expect(await see(world, who, caseId)).toBeNull();
    const given = { caseId, leaseNumber: 1, note: "x" };
    const deeds = [
      await claimCase(world.site, viewer, caseId, world.now),
      await addNote(world.site, viewer, given, world.now),
      await releaseCase(world.site, viewer, given, world.now),
      await handOverCase(world.site, viewer, { ...given, to: dealt[0]!.pseudonymId }, world.now),
      await decideCase(world.site, viewer, { ...aMute, ...given }, world.now),
      await confirmDecision(world.site, viewer, { ...given, decisionId: 1 }, world.now),
      await withdrawDecision(world.site, viewer, { ...given, decisionId: 1 }, world.now),
      await declareTie(world.site, viewer, caseId, world.now),
      await claimCase(world.site, viewer, newId(), world.now),
    ];
    for (const deed of deeds) expect(deed).toEqual({ ok: false, reason: "not-found" });
  }
});

test.each<[string, (setting: Awaited<ReturnType<typeof aCase>>) => Promise<unknown>]>([
  [
    "reported it under another name",
    async ({ world, moderators, post }) => report(world, moderators[0]!, post.id, { conduct: "pile-on" }),
  ],
  [
    "invited the respondent",
    async ({ world, moderators, harasser }) =>
      world.site.database.transaction((tx) =>
        tx.insert(invitationEdges).values({
          inviterAccountId: moderators[0]!.accountId,
          inviteeAccountId: harasser.accountId,
          since: world.now,
        }),
      ),
  ],
  [
    "had blocked the named pseudonym",
    async ({ world, moderators, harasser }) =>
      world.site.database.transaction((tx) =>
        tx.insert(blocks).values({
          ownerAccountId: moderators[0]!.accountId,
          pseudonymId: harasser.pseudonymId,
          kind: "block",
          since: plus(world.now, -9 * HOUR),
        }),
      ),
  ],
  [
    "had been blocked by the respondent",
    async ({ world, moderators, harasser }) =>
      world.site.database.transaction((tx) =>
        tx.insert(blocks).values({
          ownerAccountId: harasser.accountId,
          pseudonymId: moderators[0]!.pseudonymId,
          kind: "block",
          since: plus(world.now, -9 * HOUR),
        }),
      ),
  ],
  [
    "declared a tie to them",
    async ({ world, moderators, harasser }) =>
      world.site.database.transaction((tx) =>
        tx.insert(ties).values({
          moderatorPseudonymId: moderators[0]!.pseudonymId,
          pseudonymId: harasser.pseudonymId,
          declared: world.now,
        }),
      ),
  ],
])("a moderator who %s never sees the case", async (_, happened) => {
  const setting = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  await happened(setting);
  const { world, moderators, survivor, post } = setting;
  const { caseId } = await report(world, survivor, post.id);
  expect(await dealtTo(world, caseId)).not.toContain(moderators[0]!.pseudonymId);
  expect(await see(world, moderators[0]!, caseId)).toBeNull();
  expect(await queueOf(world, moderators[0]!)).toEqual([]);
  expect((await dealtTo(world, caseId)).length).toBe(2);
});

test("a moderator who is reported, under whichever name, never sees the case", async () => {
  const { world, moderators, survivor, topic } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const theirs = await world.post(moderators[1]!, topic, { body: "Rude." });
  const { caseId } = await report(world, survivor, theirs.id);
  expect((await dealtTo(world, caseId)).sort()).toEqual(
    [moderators[0]!.pseudonymId, moderators[2]!.pseudonymId].sort(),
  );
  expect(await see(world, moderators[1]!, caseId)).toBeNull();
});

test("a moderator who joins as a reporter loses the case at once, their claim with it, and another takes their place", async () => {
  const { world, moderators, post, caseId } = await aReportedCase({ moderators: ["Moss", "Fern", "Ash"] });
  const { dealt } = await split(world, caseId, moderators);
  const leaseNumber = await claim(world, dealt[0]!, caseId);
  await report(world, dealt[0]!, post.id, { conduct: "threat" });
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open", holderPseudonymId: null });
  expect(await see(world, dealt[0]!, caseId)).toBeNull();
  expect(await dealtTo(world, caseId)).toHaveLength(2);
  const decided = await decideCase(
    world.site,
    await world.viewer(dealt[0]!),
    { ...aMute, caseId, leaseNumber },
    world.now,
  );
  expect(decided).toMatchObject({ reason: "not-found" });
});

test("declaring a tie ends one's part in the case without a trace in it", async () => {
  const { world, moderators, caseId } = await aReportedCase({ moderators: ["Moss", "Fern", "Ash"] });
  const { dealt } = await split(world, caseId, moderators);
  expect(await declareTie(world.site, await world.viewer(dealt[0]!), caseId, world.now)).toEqual({ ok: true });
  expect(await see(world, dealt[0]!, caseId)).toBeNull();
  expect(await dealtTo(world, caseId)).toHaveLength(2);
  expect(await kinds(world, caseId)).toEqual(["opened"]);
});

test("with no moderator free of conflict the case goes to a steward, and the public log says so", async () => {
  const { world, moderators, stewards, harasser, survivor, post } = await aCase({
    moderators: ["Moss"],
    steward: true,
  });
  await world.site.database.transaction((tx) =>
    tx.insert(ties).values({
      moderatorPseudonymId: moderators[0]!.pseudonymId,
      pseudonymId: harasser.pseudonymId,
      declared: world.now,
    }),
  );
  const { caseId } = await report(world, survivor, post.id);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "escalated" });
  expect(await dealtTo(world, caseId)).toEqual([stewards[0]!.pseudonymId]);
  const log = await world.read.select().from(publicLog);
  expect(log).toMatchObject([{ act: "case-escalated", office: "software", details: { recused: 1, to: "steward" } }]);
  expect(await decide(world, stewards[0]!, caseId)).toMatchObject({ ok: true, state: "in-force" });
});

test("with nobody free of conflict at all the case waits, and is dealt as soon as somebody is", async () => {
  const { world, moderators, survivor, post } = await aCase({ moderators: [] });
  const { caseId } = await report(world, survivor, post.id);
  expect(moderators).toEqual([]);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "escalated" });
  const fresh = await world.member("Ivy", { offices: ["moderator"], branch: 70, weeksHere: 70 });
  world.later(4 * DAY);
  expect(await escalateOverdue(world.site, world.now)).toBe(1);
  expect(await dealtTo(world, caseId)).toEqual([fresh.pseudonymId]);
  expect(await see(world, fresh, caseId)).not.toBeNull();
});

test("a missed deadline brings fresh eyes, and is written into the case and the public log", async () => {
  const { world, moderators, caseId } = await aReportedCase({ moderators: ["Moss", "Fern", "Ash", "Elm", "Yew"] });
  const before = await dealtTo(world, caseId);
  expect(await escalateOverdue(world.site, world.now)).toBe(0);
  world.later(25 * HOUR);
  expect(await escalateOverdue(world.site, world.now)).toBe(1);
  expect(await escalateOverdue(world.site, world.now)).toBe(0);
  const after = await dealtTo(world, caseId);
  expect(after).toHaveLength(before.length + 1);
  expect(after).toEqual(expect.arrayContaining(before));
  const { dealt } = await split(world, caseId, moderators);
  await claim(world, dealt[0]!, caseId);
  world.later(72 * HOUR);
  await escalateOverdue(world.site, world.now);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open", holderPseudonymId: null });
  expect(await kinds(world, caseId)).toEqual(["opened", "escalated", "claimed", "escalated"]);
  const log = await world.read.select().from(publicLog);
  expect(log.map((entry) => entry.details.missed)).toEqual(["acknowledgement", "decision"]);
});

test("no case is ever dropped: past every deadline it is still in somebody's queue", async () => {
  const { world, moderators, stewards, caseId } = await aReportedCase({ steward: true });
  for (let i = 0; i < 5; i++) {
    world.later(5 * DAY);
    await escalateOverdue(world.site, world.now);
  }
  for (const who of [...moderators, ...stewards])
    expect((await queueOf(world, who)).map((one) => one.id)).toEqual([caseId]);
  expect(await decide(world, stewards[0]!, caseId)).toMatchObject({ ok: true });
});
