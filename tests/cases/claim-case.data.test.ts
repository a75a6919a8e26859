import { expect, test } from "vitest";
import { decisions } from "#db/schema";
import { addNote } from "~/cases/add-note.server";
import { claimCase } from "~/cases/claim-case.server";
import { decideCase } from "~/cases/decide-case.server";
import { handOverCase } from "~/cases/hand-over-case.server";
import { releaseCase } from "~/cases/release-case.server";
import { newId } from "~/platform/ids";
import { HOUR, MINUTE } from "~/platform/time";
import { aMute, aReportedCase, claim, see } from "../support/reporting";
import type { Person } from "../support/world";

test("of two who claim at once exactly one gets the case", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const viewers = await Promise.all(moderators.map((who) => world.viewer(who)));
  const claims = await Promise.all(viewers.map((viewer) => claimCase(world.site, viewer, caseId, world.now)));
  expect(claims.filter((one) => one.ok)).toHaveLength(1);
  expect(claims.find((one) => !one.ok)).toMatchObject({ reason: "claimed-by-other" });
});

test("of two decisions at once exactly one is made, whoever sends them", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const leaseNumber = await claim(world, moderators[0]!, caseId);
  const [holder, other] = await Promise.all(moderators.map((who) => world.viewer(who)));
  const sent = await Promise.all(
    [holder!, other!, holder!].map((viewer) =>
      decideCase(world.site, viewer, { ...aMute, caseId, leaseNumber }, world.now),
    ),
  );
  expect(sent.filter((one) => one.ok)).toHaveLength(1);
  expect(sent[1]).toMatchObject({ ok: false });
  expect(sent.filter((one) => !one.ok && one.reason === "already-decided").length).toBeGreaterThan(0);
  expect(await world.read.$count(decisions)).toBe(1);
});

test("a decision that meets another's claim of what ran out: either the decision counts, or the claim", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const leaseNumber = await claim(world, moderators[0]!, caseId);
  world.later(16 * MINUTE);
  const [first, second] = await Promise.all(moderators.map((who) => world.viewer(who)));
  const [decided, claimed] = await Promise.all([
    decideCase(world.site, first!, { ...aMute, caseId, leaseNumber }, world.now),
    claimCase(world.site, second!, caseId, world.now),
  ]);
  expect([decided.ok, claimed.ok].filter(Boolean)).toHaveLength(1);
  expect(await world.read.$count(decisions)).toBe(decided.ok ? 1 : 0);
});

test("“I'm still reading” adds 15 minutes from now and changes nothing else, for the holder alone", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const [first, second] = moderators as [Person, Person];
  const leaseNumber = await claim(world, first, caseId);
  world.later(14 * MINUTE);
  expect(await claim(world, first, caseId)).toBe(leaseNumber);
  world.later(14 * MINUTE);
  expect(await claimCase(world.site, await world.viewer(second), caseId, world.now)).toMatchObject({
    reason: "claimed-by-other",
  });
  expect((await see(world, first, caseId))!.entries.map((entry) => entry.kind)).toEqual(["opened", "claimed"]);
});

test("a claim lasts 15 minutes from the last activity; then another may take it, and the old claim is worth nothing", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const [first, second] = moderators as [Person, Person];
  const leaseNumber = await claim(world, first, caseId);
  world.later(10 * MINUTE);
  const given = { caseId, leaseNumber, note: "Still reading." };
  expect(await addNote(world.site, await world.viewer(first), given, world.now)).toEqual({ ok: true });
  world.later(10 * MINUTE);
  expect(await claimCase(world.site, await world.viewer(second), caseId, world.now)).toMatchObject({
    reason: "claimed-by-other",
  });
  world.later(6 * MINUTE);
  expect(await claim(world, second, caseId)).toBe(leaseNumber + 1);
  const late = await decideCase(world.site, await world.viewer(first), { ...aMute, caseId, leaseNumber }, world.now);
  expect(late).toMatchObject({ ok: false, reason: "claim-first" });
  expect(await world.read.$count(decisions)).toBe(0);
});

test("whose claim ran out and was taken by nobody can still go on", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const leaseNumber = await claim(world, moderators[0]!, caseId);
  world.later(3 * HOUR);
  const viewer = await world.viewer(moderators[0]!);
  expect(await decideCase(world.site, viewer, { ...aMute, caseId, leaseNumber }, world.now)).toMatchObject({
    ok: true,
  });
});

test("a case is handed over with a note, to somebody it was dealt to and to nobody else", async () => {
  const { world, moderators, survivor, caseId } = await aReportedCase();
  const [first, second] = moderators as [Person, Person];
  const given = { caseId, leaseNumber: await claim(world, first, caseId), note: "I'm too tired for this one." };
  const viewer = await world.viewer(first);
  for (const to of [survivor.pseudonymId, first.pseudonymId, newId()])
    expect(await handOverCase(world.site, viewer, { ...given, to }, world.now)).toMatchObject({ reason: "invalid" });
  expect(await handOverCase(world.site, viewer, { ...given, to: second.pseudonymId }, world.now)).toEqual({ ok: true });
  expect(await decideCase(world.site, viewer, { ...aMute, ...given }, world.now)).toMatchObject({
    reason: "claim-first",
  });
  expect((await see(world, second, caseId))!.entries.at(-1)).toMatchObject({ kind: "handed-over", words: given.note });
  expect((await see(world, second, caseId))!.can.work).toBe(true);
});

test("what was released is anybody's again", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const given = { caseId, leaseNumber: await claim(world, moderators[0]!, caseId), note: "" };
  expect(await releaseCase(world.site, await world.viewer(moderators[0]!), given, world.now)).toEqual({ ok: true });
  expect(await claim(world, moderators[1]!, caseId)).toBe(given.leaseNumber + 1);
});
