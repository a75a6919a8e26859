import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { storedTables } from "~/retention/hand-over.server";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { sweep } from "~/retention/sweep.server";
import type { World } from "../support/world";
import { ANA_WROTE, aWholeLife } from "./a-whole-life";
import { everything, placesOf } from "./places";

const ERASE = { answers: "erase", topics: "erase", gatherings: "erase" } as const;

/** Where the number of a name that is gone still stands, each with its reason. It leads to no name and to no account. */
const NUMBER_STAYS: Record<string, string> = {
  "pseudonyms.id": "the row that keeps the name from being taken again, without the name",
  "posts.pseudonymId": "on posts without words, so that answers keep their place",
  "topics.pseudonymId": "on topics without a title",
  "cases.respondentPseudonymId": "an open case has to know that two reports are about one and the same",
  "cases.subjectId": "a reported pseudonym is a case's subject",
  "outsideReports.respondentPseudonymId": "what was reported from outside has to be answered; it goes 90 days later",
  "outsideReports.subjectId": "as above",
  "sanctions.pseudonymId": "what was decided stays on record with its case",
  "caseEntries.actorPseudonymId": "what a moderator did in a case stays in its order",
  "caseMessages.actorPseudonymId": "which moderator asked, for the others who handle the case",
  "evidenceReadings.readerPseudonymId": "who opened a sealed copy stays on record for 90 days after the case",
  "decisions.moderatorPseudonymId": "who decided a case, for whoever looks at it again",
  "gatherings.hostPseudonymId": "a gathering in which others' messages are left",
  "pileOnParts.pseudonymId": "sealed copies of a pile-on belong together until 90 days after its case",
  "posts.html": "others' words: they called the name, which leads nowhere now",
};

/** Where a name or words of somebody who left still stand, each with its reason. */
const TEXT_STAYS: Record<string, string> = {
  "posts.body": "others' words: they called the name",
  "posts.html": "others' words: they called the name",
  "publicLog.details": "the log of offices names who held them, and is never rewritten",
  "reports.words": "what was told in a case that is still open",
};

/** Columns that hold no one's number or name, though they are called like it. */
const isOf = (column: string) => /pseudonymId|accountId/i.test(column);

/** Columns that a life doesn't fill, each with its reason. */
const NOT_LIVED: Record<string, string> = {
  "cases.holderPseudonymId": "claims are tested by themselves below",
  "decisions.moderatorPseudonymId": "a moderator's own decisions are no one's private data",
  "decisions.secondPseudonymId": "as above",
  "caseEntries.actorPseudonymId": "as above",
  "emergencies.moderatorPseudonymId": "as above",
  "emergencies.secondPseudonymId": "as above",
  "lifts.moderatorPseudonymId": "as above",
  "lifts.secondPseudonymId": "as above",
  "decisionTemplates.writtenByPseudonymId": "as above",
  "shields.heldByPseudonymId": "as above",
  "invitationEdges.inviteeAccountId": "somebody has one inviter at most; goes with the account like the other side",
  "caseMessages.actorPseudonymId": "as above",
  "evidenceReadings.readerPseudonymId": "as above",
  "outsideReports.passedToPseudonymId": "as above",
  "caseDeals.moderatorPseudonymId": "cases are dealt by lot; tested by itself below",
};

test("a whole life fills every column that can name an account or a pseudonym", async () => {
  const { world, ana, names } = await aWholeLife();
  const all = await everything(world);
  const own = new Set([ana.accountId, ...names].map(String));
  const filled = new Set(all.filter(({ text }) => own.has(text)).map(({ column }) => column));
  const naming = storedTables
    .flatMap(({ key, columns }) => columns.map((column) => `${key}.${column.key}`))
    .filter(isOf);
  expect(naming.filter((column) => !filled.has(column) && !(column in NOT_LIVED))).toEqual([]);
});

/** All that lies in SQLite's files; on Postgres there is nothing to look at. */
const bytesOf = ({ file }: World) =>
  file === null
    ? Buffer.alloc(0)
    : Buffer.concat(
        ["", "-wal"].map((end) => file + end).flatMap((path) => (existsSync(path) ? [readFileSync(path)] : [])),
      );

/** A whole number as SQLite writes it into a row. */
function inFile(id: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(id));
  return id < 2 ** 47 ? bytes.subarray(2) : bytes;
}

test("after leaving nothing of the account is in any table, and nothing of the names but what has a reason", async () => {
  const life = await aWholeLife();
  const { world, ana, needles } = life;
  if (world.file) expect(bytesOf(world).includes(inFile(ana.accountId))).toBe(true);
  expect(await leaveForGood(world.site, await world.viewer(ana), ERASE, world.now)).toEqual({ ok: true });
  expect(await sweep(world.site, world.now)).toEqual({ failed: [] });

  expect(await placesOf(world, needles.account)).toEqual([]);
  expect(await placesOf(world, needles.leaves)).toEqual([]);
  const texts = needles.texts.filter((text) => text !== ANA_WROTE.reported);
  expect((await placesOf(world, texts)).filter((column) => !(column in TEXT_STAYS))).toEqual([]);
  expect((await placesOf(world, needles.names)).filter((column) => !(column in NUMBER_STAYS))).toEqual([]);
  expect(await placesOf(world, needles.nameKeys)).toEqual([]);

  const file = bytesOf(world);
  expect(file.includes(inFile(ana.accountId))).toBe(false);
  for (const text of ["credential-of-ana", "secret-of-ana", "Grey Heronwing", ...Object.values(ANA_WROTE)])
    if (text !== ANA_WROTE.reported) expect(file.includes(text), text).toBe(false);
});
