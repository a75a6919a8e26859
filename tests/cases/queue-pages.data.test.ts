import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { caseDeals, cases, reports } from "#db/schema";
import { CASES_SHOWN } from "~/cases/queue-page.server";
import { endWaits } from "~/cases/talk/end-waits.server";
import { newId, toLink } from "~/platform/ids";
import { DAY, HOUR } from "~/platform/time";
import * as queue from "~/routes/moderation._index";
import * as mine from "~/routes/reports._index";
import { call } from "../support/call";
import { aCase, answer, aReportedCase, ask, askAbout, decide, queueOf, report, state } from "../support/reporting";
import type { Person, World } from "../support/world";

type Page = { queue: { href: string; asked: string[] }[]; next: string | null; left: number; first: boolean };

const pageOf = async (world: World, as: Person, after?: string | null) => {
  const url = after ? `/moderation?after=${encodeURIComponent(after)}` : "/moderation";
  const answered = await call(world, queue.loader, { as, url });
  expect(answered.status).toBe(200);
  return answered.data as Page;
};

async function everyPage(world: World, as: Person) {
  const pages: Page[] = [];
  let after: string | null = null;
  do {
    pages.push(await pageOf(world, as, after));
    after = pages.at(-1)!.next;
  } while (after);
  return pages;
}

const SO_MANY = 250;

/** 250 cases, urgent and not, with one voice or none; all dealt to Moss, and every third to Fern as well. */
async function aFullQueue() {
  const setting = await aCase({ moderators: ["Moss", "Fern"] });
  const { world, survivor, harasser } = setting;
  const [moss, fern] = setting.moderators as [Person, Person];
  const rows = Array.from({ length: SO_MANY }, (_, i) => ({
    id: newId(),
    respondentPseudonymId: harasser.pseudonymId,
    subjectKind: "post" as const,
    subjectId: newId(),
    conduct: i % 5 ? "slur" : "threat",
    severity: i % 5 ? ("ordinary" as const) : ("urgent" as const),
    state: "open" as const,
    bump: i + 1,
    conductHour: world.now,
    opened: world.now,
  }));
  await world.site.database.transaction(async (tx) => {
    for (const [i, row] of rows.entries()) {
      await tx.insert(cases).values(row);
      for (const who of i % 3 ? [moss] : [moss, fern])
        await tx.insert(caseDeals).values({ caseId: row.id, moderatorPseudonymId: who.pseudonymId });
      if (i % 4 === 0)
        await tx.insert(reports).values({
          caseId: row.id,
          reporterAccountId: survivor.accountId,
          alias: 1,
          kind: "post",
          subjectId: row.subjectId,
          conduct: row.conduct,
          agreement: "no-slurs",
          agreementVersion: 1,
          wish: "stop",
          words: "",
          aboutMe: false,
          filed: world.now,
        });
    }
  });
  return { ...setting, moss, fern };
}

const linksOf = (pages: Page[]) => pages.flatMap((page) => page.queue.map((one) => one.href));

test("250 cases stand on three pages, each once and in their order, without a script or a number that tells of others", async () => {
  const { world, moss, fern } = await aFullQueue();
  const pages = await everyPage(world, moss);
  expect(pages.map((page) => [page.queue.length, page.left, page.first])).toEqual([
    [CASES_SHOWN, 150, true],
    [CASES_SHOWN, 50, false],
    [50, 0, false],
  ]);
  const inOrder = (await queueOf(world, moss)).map((one) => `/moderation/cases/${toLink(one.id)}`);
  expect(linksOf(pages)).toEqual(inOrder);
  expect(new Set(inOrder).size).toBe(SO_MANY);
  expect(pages.map((page) => page.next ?? "").join()).not.toMatch(/bump|ordinary/);

  // Dealing holds on every page: Fern meets what was dealt to Fern.
  const ferns = await everyPage(world, fern);
  const dealt = await world.read
    .select({ id: caseDeals.caseId })
    .from(caseDeals)
    .where(eq(caseDeals.moderatorPseudonymId, fern.pseudonymId));
  expect(linksOf(ferns).sort()).toEqual(dealt.map(({ id }) => `/moderation/cases/${toLink(id)}`).sort());
  expect(linksOf(ferns)).toHaveLength(84);
});

test("a page goes on from its place, though what stood there was decided, passed on or is somebody else's now", async () => {
  const { world, moss } = await aFullQueue();
  const [first, second] = await everyPage(world, moss);
  const ids = (await queueOf(world, moss)).map((one) => one.id);
  await world.site.database.transaction(async (tx) => {
    await tx
      .update(cases)
      .set({ state: "decided" })
      .where(inArray(cases.id, ids.slice(90, 95)));
    const lost = and(
      inArray(caseDeals.caseId, ids.slice(95, 100)),
      eq(caseDeals.moderatorPseudonymId, moss.pseudonymId),
    );
    await tx.delete(caseDeals).where(lost);
  });
  expect(linksOf([await pageOf(world, moss, first!.next)])).toEqual(linksOf([second!]));
  await world.site.database.transaction((tx) => tx.delete(caseDeals));
  expect(await pageOf(world, moss, first!.next)).toMatchObject({ queue: [], next: null });
});

test("a conflict that comes up meanwhile takes a case off every page", async () => {
  const { world, moss, survivor, harasser, topic } = await aFullQueue();
  const post = await world.post(harasser, topic, { body: "Another" });
  const { caseId } = await report(world, survivor, post.id);
  const href = `/moderation/cases/${toLink(caseId)}`;
  expect(linksOf(await everyPage(world, moss))).toContain(href);
  await report(world, moss, post.id, { conduct: "pile-on" });
  expect(linksOf(await everyPage(world, moss))).not.toContain(href);
});

test("a place that was forged, cut, or is somebody else's leads to the first page", async () => {
  const { world, moss, fern } = await aFullQueue();
  const { next } = await pageOf(world, moss);
  const ferns = await pageOf(world, fern);
  const plain = JSON.stringify({ severity: "ordinary", voices: 0, bump: 1, id: 1 });
  const forged = [
    "x",
    next!.slice(1),
    next!.slice(0, -2),
    Buffer.from(plain).toString("base64url"),
    "%00",
    "A".repeat(5_000),
  ];
  for (const after of forged) expect((await pageOf(world, moss, after)).first, after.slice(0, 40)).toBe(true);
  expect(await pageOf(world, fern, next)).toEqual(ferns);
});

test("a queue says whose words each case waits for, and a reporter sees where they were asked", async () => {
  const { world, moderators, survivor, harasser, caseId, reportId } = await aReportedCase();
  const [moss, fern] = moderators as [Person, Person];
  const other = await world.member("Lark", { branch: 2, weeksHere: 40 });
  const asked = async (who: Person) => (await pageOf(world, who)).queue.map((one) => one.asked);
  const marked = async (who: Person) =>
    ((await call(world, mine.loader, { as: who })).data as { mine: { asked: Date | null }[] }).mine.map(
      (one) => one.asked,
    );
  expect([await asked(moss), await marked(survivor)]).toEqual([[[]], [null]]);
  await ask(world, moss, caseId, "Since when?");
  expect([await asked(moss), await asked(fern)]).toEqual([[["reporter"]], [["reporter"]]]);
  expect(await marked(survivor)).toEqual([expect.any(Date)]);
  await askAbout(world, fern, caseId);
  expect(await asked(moss)).toEqual([["reporter", "respondent"]]);
  expect([await marked(other), await marked(harasser)]).toEqual([[], []]);
  await answer(world, survivor, reportId, "Since spring.");
  expect([await asked(moss), await marked(survivor)]).toEqual([[["respondent"]], [null]]);
  await state(world, harasser, caseId, "It was a joke.");
  expect(await asked(moss)).toEqual([[]]);
});

test("nothing waits for words once their time is over or the case is decided", async () => {
  const { world, moderators, survivor, caseId } = await aReportedCase();
  const marked = async () =>
    ((await call(world, mine.loader, { as: survivor })).data as { mine: { asked: Date | null }[] }).mine.map(
      (one) => one.asked,
    );
  await ask(world, moderators[0]!, caseId, "Since when?");
  await decide(world, moderators[1]!, caseId);
  expect(await marked()).toEqual([null]);
  const again = await aReportedCase();
  await ask(again.world, again.moderators[0]!, again.caseId, "Since when?");
  again.world.later(2 * DAY + HOUR);
  expect((await pageOf(again.world, again.moderators[0]!)).queue).toMatchObject([{ asked: [] }]);
  await endWaits(again.world.site, again.world.now);
  expect((await pageOf(again.world, again.moderators[0]!)).queue).toMatchObject([{ asked: [] }]);
});

test("what somebody has looked at never waits to be looked at again, in its reporter's words", async () => {
  const { world, moderators, survivor, caseId, reportId } = await aReportedCase();
  const status = async () =>
    ((await call(world, mine.loader, { as: survivor })).data as { mine: { status: string }[] }).mine[0]!.status;
  expect(await status()).toBe("waiting");
  await ask(world, moderators[0]!, caseId, "Since when?");
  expect(await status()).toBe("looked-at");
  await answer(world, survivor, reportId, "Since spring.");
  expect(await status()).toBe("goes-on");
  await decide(world, moderators[1]!, caseId);
  expect(await status()).toBe("decided");
});
