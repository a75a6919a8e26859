import { expect, test } from "vitest";
import {
  cases,
  drafts,
  evidence,
  invitationEdges,
  invitations,
  notifications,
  reports,
  sanctions,
  sessions,
} from "#db/schema";
import { newId } from "~/platform/ids";
import { DAY, HOUR, MINUTE, plus } from "~/platform/time";
import { sweep } from "~/retention/sweep.server";
import { openWorld, type World } from "../support/world";

const count = (world: World, table: Parameters<World["read"]["$count"]>[0]) => world.read.$count(table);

test("sessions, invitations, edges, notifications and drafts go when their time is over, and not before", async () => {
  const world = await openWorld();
  const [ana, ben] = [await world.member("Ana"), await world.member("Ben")];
  await world.site.database.transaction(async (tx) => {
    await tx
      .insert(invitations)
      .values({ codeHash: "x", kind: "member", inviterAccountId: ana.accountId, expires: plus(world.now, 7 * DAY) });
    await tx
      .insert(invitationEdges)
      .values({ inviteeAccountId: ben.accountId, inviterAccountId: ana.accountId, since: world.now });
    await tx
      .insert(notifications)
      .values({ accountId: ana.accountId, kind: "report-answered", bump: 1, created: world.now });
    await tx
      .insert(drafts)
      .values({ accountId: ana.accountId, place: "reply:1", title: "", body: "…", kept: world.now });
  });
  const left = async () => [
    await count(world, invitations),
    await count(world, invitationEdges),
    await count(world, notifications),
    await count(world, drafts),
    await count(world, sessions),
  ];
  expect(await sweep(world.site, world.now)).toEqual({ failed: [] });
  expect(await left()).toEqual([1, 1, 1, 1, 2]);
  await sweep(world.site, world.later(8 * DAY));
  expect(await left()).toEqual([0, 1, 1, 1, 2]);
  await sweep(world.site, world.later(23 * DAY));
  await sweep(world.site, world.now);
  expect(await left()).toEqual([0, 0, 0, 0, 0]);
});

test("sealed evidence goes 90 days after its case closed, and stays while the case is open", async () => {
  const world = await openWorld();
  const ana = await world.member("Ana");
  const open = {
    respondentPseudonymId: ana.pseudonymId,
    subjectKind: "post",
    subjectId: 5,
    conduct: "slur",
    severity: "ordinary",
    conductHour: world.now,
    opened: world.now,
  } as const;
  const [closedCase, openCase] = [newId(), newId()];
  await world.site.database.transaction(async (tx) => {
    await tx.insert(cases).values({
      ...open,
      id: closedCase,
      state: "closed",
      bump: 1,
      closed: world.now,
      decideBy: plus(world.now, HOUR),
    });
    await tx.insert(cases).values({ ...open, id: openCase, state: "open", bump: 2, decideBy: plus(world.now, HOUR) });
    for (const caseId of [closedCase, openCase]) {
      const reportId = newId();
      await tx.insert(reports).values({
        id: reportId,
        caseId,
        alias: 1,
        kind: "post",
        subjectId: 5,
        conduct: "slur",
        agreement: "no-slurs",
        agreementVersion: 1,
        wish: "stop",
        words: "",
        aboutMe: false,
        filed: world.now,
      });
      await tx
        .insert(evidence)
        .values({ caseId, reportId, sealed: Buffer.from("sealed"), digest: "d", taken: world.now });
    }
  });
  await sweep(world.site, world.later(89 * DAY));
  expect(await count(world, evidence)).toBe(2);
  const deadlines = await world.read.select({ id: cases.id, decideBy: cases.decideBy }).from(cases);
  expect(new Map(deadlines.map((row) => [row.id, row.decideBy !== null]))).toEqual(
    new Map([
      [closedCase, false],
      [openCase, true],
    ]),
  );
  await sweep(world.site, world.later(2 * DAY));
  expect((await world.read.select().from(evidence)).map((row) => row.caseId)).toEqual([openCase]);
});

test("a sanction that is over keeps the hour it ended in and no minute", async () => {
  const world = await openWorld();
  const ana = await world.member("Ana");
  const until = plus(world.now, 90 * MINUTE);
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId: ana.pseudonymId,
      caseId: 1,
      kind: "mute",
      agreement: "no-slurs",
      agreementVersion: 1,
      reasons: "r",
      started: world.now,
      until,
    }),
  );
  expect((await world.viewer(ana)).sanctions).toHaveLength(1);
  await sweep(world.site, world.later(2 * HOUR));
  expect((await world.read.select().from(sanctions))[0]).toMatchObject({
    until: null,
    lifted: new Date("2026-05-04T15:00:00.000Z"),
  });
  expect((await world.viewer(ana)).sanctions).toEqual([]);
});

test("after a month off, two processes that sweep at once leave nothing over and nothing undone", async () => {
  const world = await openWorld();
  const ana = await world.member("Ana");
  const fresh = plus(world.now, 60 * DAY);
  await world.site.database.transaction(async (tx) => {
    const one = { accountId: ana.accountId, kind: "report-answered" as const };
    const rows = Array.from({ length: 700 }, (_, bump) => ({ ...one, bump, created: world.now }));
    for (let i = 0; i < rows.length; i += 100) await tx.insert(notifications).values(rows.slice(i, i + 100));
    await tx.insert(notifications).values({ ...one, bump: 701, created: fresh });
  });
  const other = { ...world.site, database: await world.another() };
  const now = world.later(61 * DAY);
  const answers = await Promise.all([sweep(world.site, now), sweep(other, now), sweep(world.site, now)]);
  expect(answers).toEqual([{ failed: [] }, { failed: [] }, { failed: [] }]);
  const left = await other.database.read.select({ bump: notifications.bump }).from(notifications);
  expect(left).toEqual([{ bump: 701 }]);
});

test("somebody who writes during a big sweep waits for one batch and not for all", async () => {
  const world = await openWorld();
  const ana = await world.member("Ana");
  const space = await world.space("open");
  await world.site.database.transaction(async (tx) => {
    const rows = Array.from({ length: 1_000 }, (_, bump) => ({
      accountId: ana.accountId,
      kind: "report-answered" as const,
      bump,
      created: world.now,
    }));
    for (let i = 0; i < rows.length; i += 100) await tx.insert(notifications).values(rows.slice(i, i + 100));
  });
  const sweeping = sweep(world.site, world.later(61 * DAY)).then(() => "swept");
  const topic = world.topic(ana, space).then(() => "written");
  expect(await Promise.race([sweeping, topic])).toBe("written");
  expect(await sweeping).toBe("swept");
});
