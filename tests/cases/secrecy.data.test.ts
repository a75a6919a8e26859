import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cases, evidence, notifications, posts, publicLog } from "#db/schema";
import { findDecisionAboutMe } from "~/cases/decision-queries.server";
import { confirmDecision } from "~/cases/second-decision.server";
import { findMyReport, listMyReports } from "~/reports/report-queries.server";
import { aCase, aReportedCase, decide, queueOf, report, see, split } from "../support/reporting";

test("the moderator reads the sealed copy though the author deleted the post", async () => {
  const { world, moderators, post, caseId } = await aReportedCase();
  await world.site.database.transaction((tx) =>
    tx.update(posts).set({ state: "removed-by-author", body: "", html: "" }).where(eq(posts.id, post.id)),
  );
  const page = (await see(world, moderators[0]!, caseId))!;
  expect(page.copies[0]).toMatchObject({ author: "Thorn", text: "Pimp lobby!" });
  expect(page.context).toMatchObject({ state: "removed-by-author" });
});

test("nobody but the respondent sees the decision about them, and nothing before it is in force", async () => {
  const { world, moderators, survivor, harasser, caseId } = await aReportedCase();
  expect(await findDecisionAboutMe(world.read, await world.viewer(harasser), caseId, world.now)).toBeNull();
  await decide(world, moderators[0]!, caseId);
  for (const who of [survivor, ...moderators])
    expect(await findDecisionAboutMe(world.read, await world.viewer(who), caseId, world.now)).toBeNull();
});

test("prior decisions on this pseudonym are shown, and its siblings' are not", async () => {
  const { world, moderators, survivor, harasser, topic, post } = await aCase();
  const sibling = (await world.viewer(harasser)).pseudonyms[1]!;
  const asSibling = await world.post(harasser, topic, {
    body: "Second name",
    slot: sibling.slot,
    sureSlot: sibling.slot,
  });
  const one = await report(world, survivor, asSibling.id);
  await decide(world, moderators[0]!, one.caseId, { outcome: "note" });
  const two = await report(world, survivor, post.id);
  expect((await see(world, moderators[0]!, two.caseId))!.prior).toEqual([]);
  await decide(world, moderators[0]!, two.caseId, { outcome: "note" });
  const again = await world.post(harasser, topic, { body: "Once more", slot: 1, sureSlot: 1 });
  const three = await report(world, survivor, again.id);
  const page = (await see(world, moderators[0]!, three.caseId))!;
  expect(page.prior).toMatchObject([{ outcome: "note" }]);
  expect(JSON.stringify(page)).not.toContain("Bramble");
  expect(JSON.stringify(page)).not.toContain(String(sibling.id));
});

test("no page of anybody but the reporter names the reporter, in any state of the case", async () => {
  const { world, moderators, survivor, harasser, post } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const other = await world.member("Lark", { branch: 2, weeksHere: 40 });
  const { caseId } = await report(world, survivor, post.id, { words: "They come at me every day." });
  await report(world, other, post.id, { conduct: "threat" });
  const secrets = [survivor, other].flatMap((who) => [who.name, String(who.accountId), String(who.pseudonymId)]);
  const quiet = async () => {
    const { dealt } = await split(world, caseId, moderators);
    const pages = [
      ...(await Promise.all(dealt.map((who) => see(world, who, caseId)))),
      ...(await Promise.all(dealt.map((who) => queueOf(world, who)))),
      await findDecisionAboutMe(world.read, await world.viewer(harasser), caseId, world.now),
      await listMyReports(world.read, await world.viewer(harasser), world.now),
      (await world.viewer(harasser)).sanctions,
      await world.read.select().from(publicLog),
    ];
    const text = JSON.stringify(pages);
    for (const secret of secrets) expect(text).not.toContain(secret);
  };
  await quiet();
  const { dealt } = await split(world, caseId, moderators);
  const waiting = await decide(world, dealt[0]!, caseId, { outcome: "removal" });
  await quiet();
  const given = { caseId, decisionId: waiting.ok ? waiting.decisionId : 0, note: "" };
  await confirmDecision(world.site, await world.viewer(dealt[1]!), given, world.now);
  await quiet();
});

test("no reporter is told who else reported", async () => {
  const { world, survivor, post, reportId } = await aReportedCase();
  const other = await world.member("Lark", { branch: 2, weeksHere: 40 });
  await report(world, other, post.id, { words: "Seen." });
  const page = JSON.stringify(await findMyReport(world.read, await world.viewer(survivor), reportId));
  for (const secret of ["Lark", "Seen.", String(other.accountId), String(other.pseudonymId)])
    expect(page).not.toContain(secret);
});

test("a storm of reports leaves one case, one copy and a page that can be read", async () => {
  const { world, moderators, post } = await aCase();
  let caseId = 0;
  for (let i = 0; i < 26; i++) {
    const who = await world.member(`Storm ${"abcdeghkmp"[i % 10]}${"abcdeghkmp"[Math.floor(i / 10)]}`, {
      branch: 3,
      weeksHere: i,
    });
    ({ caseId } = await report(world, who, post.id));
  }
  expect(await world.read.$count(cases)).toBe(1);
  expect(await world.read.$count(evidence)).toBe(1);
  const page = (await see(world, moderators[0]!, caseId))!;
  expect([page.reports.length, page.moreReports, page.voices]).toEqual([20, 6, 1]);
  expect(await world.read.$count(notifications, and(eq(notifications.kind, "case-dealt")))).toBe(2);
});
