import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import * as schema from "#db/schema";
import type { Tx } from "#db/types";
import { jobs } from "~/jobs/jobs.server";
import { runJob } from "~/jobs/run-jobs.server";
import { newId } from "~/platform/ids";
import { DAY, HOUR, plus, weekOf } from "~/platform/time";
import { allPeriods, type SweptTable } from "~/retention/periods";
import { openWorld, type Person, type World } from "../support/world";

const { cases, drafts, evidence, gatherings, invitationEdges, invitations, notifications, reports } = schema;

type Scene = { tx: Tx; now: Date; ana: Person; ben: Person; gathering: number; closedCase: number };

const seat = ({ now: _, gathering }: Scene, seatId: number) => ({
  id: seatId,
  gatheringId: gathering,
  name: `Mask ${seatId}`,
  leaf: 1,
  owner: `of ${seatId}`,
  sealed: Buffer.from("sealed"),
});

/** Puts one row into a table, of something that is just over. A table without a line here is a type error. */
const rowOf: Record<Exclude<SweptTable, "leftBehind">, (scene: Scene) => Promise<unknown>> = {
  sessions: async () => {},
  spentOnce: ({ tx, now }) => tx.insert(schema.spentOnce).values({ mark: "used", until: now }),
  outsideReports: ({ tx, now }) =>
    tx.insert(schema.outsideReports).values({
      codeHash: "hash",
      conduct: "slur",
      conductHour: now,
      sealed: Buffer.from("sealed"),
      state: "answered",
      filed: now,
      settled: now,
    }),
  drafts: ({ tx, now, ana }) =>
    tx.insert(drafts).values({ accountId: ana.accountId, place: "reply:1", title: "", body: "…", kept: now }),
  journalEntries: ({ tx, now, ana }) =>
    tx
      .insert(schema.journalEntries)
      .values({ accountId: ana.accountId, sealed: Buffer.from("sealed"), kept: now, removed: now }),
  matches: ({ tx, now }) => tx.insert(schema.matches).values({ until: now }),
  invitations: ({ tx, now, ana }) =>
    tx.insert(invitations).values({ codeHash: "x", kind: "member", inviterAccountId: ana.accountId, expires: now }),
  invitationEdges: ({ tx, now, ana, ben }) =>
    tx.insert(invitationEdges).values({ inviteeAccountId: ben.accountId, inviterAccountId: ana.accountId, since: now }),
  notifications: ({ tx, now, ana }) =>
    tx.insert(notifications).values({ accountId: ana.accountId, kind: "report-answered", bump: 1, created: now }),
  pileOnParts: ({ tx, now, closedCase, ben }) =>
    tx.insert(schema.pileOnParts).values({
      caseId: closedCase,
      postId: 5,
      topicId: 6,
      pseudonymId: ben.pseudonymId,
      route: "reply",
      sealed: Buffer.from("sealed"),
      written: now,
    }),
  evidence: async ({ tx, now, closedCase }) => {
    const reportId = newId();
    await tx.insert(reports).values({
      id: reportId,
      caseId: closedCase,
      alias: 1,
      kind: "post",
      subjectId: 5,
      conduct: "slur",
      agreement: "no-slurs",
      agreementVersion: 1,
      wish: "stop",
      words: "",
      aboutMe: false,
      filed: now,
    });
    await tx
      .insert(evidence)
      .values({ caseId: closedCase, reportId, sealed: Buffer.from("sealed"), digest: "d", taken: now });
  },
  caseMessages: ({ tx, now, closedCase }) =>
    tx.insert(schema.caseMessages).values({
      caseId: closedCase,
      position: 1,
      side: "reporter",
      alias: 1,
      kind: "answer",
      sealed: Buffer.from("sealed"),
      at: now,
    }),
  evidenceReadings: ({ tx, now, closedCase, ben }) =>
    tx.insert(schema.evidenceReadings).values({ caseId: closedCase, readerPseudonymId: ben.pseudonymId, day: now }),
  roomMessages: ({ tx, now, ben }) =>
    tx
      .insert(schema.roomMessages)
      .values({ pseudonymId: ben.pseudonymId, position: 1, sealed: Buffer.from("sealed"), said: now }),
  shelters: ({ tx, now, ana }) =>
    tx.insert(schema.shelters).values({ pseudonymId: ana.pseudonymId, began: now, until: now }),
  heldBack: ({ tx, now, ben }) =>
    tx.insert(schema.heldBack).values({ pseudonymId: ben.pseudonymId, kind: "mention", held: now }),
  rotaWeeks: ({ tx, now, ben }) =>
    tx.insert(schema.rotaWeeks).values({ week: weekOf(now), pseudonymId: ben.pseudonymId }),
  shieldCounts: ({ tx, now }) => tx.insert(schema.shieldCounts).values({ hour: now, kind: "arrivals", count: 5 }),
  shields: ({ tx, now, ben }) =>
    tx.insert(schema.shields).values({
      auto: 0,
      held: 0,
      heldByPseudonymId: ben.pseudonymId,
      eases: now,
      until: now,
      ended: now,
    }),
  legalHolds: ({ tx, now, ben, closedCase }) =>
    tx.insert(schema.legalHolds).values({
      caseId: closedCase,
      state: "lifted",
      sealed: Buffer.from("sealed"),
      placedBy: ben.pseudonymId,
      placed: now,
      lifted: now,
    }),
  gatheringGoers: ({ tx, gathering, ana }) =>
    tx.insert(schema.gatheringGoers).values({ gatheringId: gathering, pseudonymId: ana.pseudonymId }),
  gatheringSeats: (scene) => scene.tx.insert(schema.gatheringSeats).values(seat(scene, 1)),
  gatheringMessages: ({ tx, gathering }) =>
    tx
      .insert(schema.gatheringMessages)
      .values({ gatheringId: gathering, seatId: 1, position: 1, channel: "floor", body: "…", html: "…" }),
  gatheringAnswers: ({ tx, gathering }) =>
    tx
      .insert(schema.gatheringAnswers)
      .values({ gatheringId: gathering, seatId: 1, about: "question", answer: "aside" }),
};

/** What every table can hold that goes by itself, all of it over at this moment. */
async function everythingOver() {
  const world = await openWorld();
  const [ana, ben] = [await world.member("Ana"), await world.member("Ben")];
  const space = await world.space("open");
  const { now } = world;
  await world.site.database.transaction(async (tx) => {
    const scene: Scene = { tx, now, ana, ben, gathering: newId(), closedCase: newId() };
    await tx.insert(gatherings).values({
      id: scene.gathering,
      spaceId: space.id,
      hostPseudonymId: ana.pseudonymId,
      title: "t",
      purpose: "p",
      groundRules: "g",
      starts: plus(now, -HOUR),
      lengthMinutes: 30,
      state: "ended",
      ended: now,
      sweepMessages: plus(now, DAY),
    });
    await tx.insert(cases).values({
      id: scene.closedCase,
      respondentPseudonymId: ben.pseudonymId,
      subjectKind: "post",
      subjectId: 5,
      conduct: "slur",
      severity: "ordinary",
      state: "closed",
      bump: 1,
      conductHour: now,
      opened: now,
      closed: now,
    });
    for (const put of Object.values(rowOf)) await put(scene);
  });
  return world;
}

const tables = new Map(Object.entries(schema)) as Map<string, unknown>;
const tableOf = (name: string) => tables.get(name) as PgTable;

const swept = allPeriods.filter(([name, period]) => period.keep === "sweep" && name !== "leftBehind");

async function left(world: World) {
  const counts: Record<string, number> = {};
  for (const [name] of swept) {
    const table = tableOf(name);
    counts[getTableName(table)] = await world.read.$count(table);
  }
  return counts;
}

const runAll = async (world: World) => {
  for (const job of jobs) expect(await runJob(job, world.site, world.now), job.name).toBe(true);
};

test("every table that the periods say is swept loses its row, whatever it was off for", async () => {
  const world = await everythingOver();
  for (const [table, count] of Object.entries(await left(world))) expect(count, table).toBeGreaterThan(0);
  world.later(120 * DAY);
  await runAll(world);
  for (const [table, count] of Object.entries(await left(world))) expect(count, table).toBe(0);
  // A second run finds nothing, and breaks nothing.
  await runAll(world);
});

/** Those that stay for days after something: what goes at its own end has tests of its own. */
const stays = swept.flatMap(([name, period]) =>
  period.keep === "sweep" && period.ms >= 2 * DAY ? [[name, period.ms] as const] : [],
);

test.each(stays)("%s: its row stays until its time is over", async (name, ms) => {
  const world = await everythingOver();
  const count = () => world.read.$count(tableOf(name));
  world.later(ms - DAY);
  await runAll(world);
  expect(await count()).toBeGreaterThan(0);
  world.later(2 * DAY);
  await runAll(world);
  expect(await count()).toBe(0);
});
