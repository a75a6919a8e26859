import { expect, test } from "vitest";
import { blocks, invitationEdges, outsideReports, reports } from "#db/schema";
import { newId, toLink } from "~/platform/ids";
import { DAY, HOUR, plus } from "~/platform/time";
import { sweep } from "~/retention/sweep.server";
import { action, loader } from "~/routes/moderation.outside.$outside";
import { call } from "../support/call";
import { fromOutside, takedown } from "../support/outside";
import { caseOf, dealtTo, decide, kinds, report, see } from "../support/reporting";
import { answer, aScene, bring, hide, list, logged, look, receipt, stateOf } from "./outside-desk";

test("the queue has what is to be taken down first, then what is urgent, then what is due soonest", async () => {
  const { world, moss, survivor } = await aScene();
  const early = await fromOutside(world, { conduct: "slur" });
  world.later(HOUR);
  const late = await fromOutside(world, { conduct: "other" });
  const threat = await fromOutside(world, { conduct: "threat" });
  const image = await takedown(world);
  expect(await list(world, moss)).toEqual([image, threat, early, late].map((one) => one.id));
  expect(await list(world, survivor)).toEqual([]);
  expect(image.decideBy!.getTime()).toBeLessThanOrEqual(plus(world.now, 48 * HOUR).getTime());
  world.later(49 * HOUR);
  expect(await look(world, moss, image.id)).toMatchObject({ late: true, takedown: true });
});

test("whom the named thing is about, or close to, doesn't see it, in the queue or by its address", async () => {
  const { world, topic, moss, fern, oak } = await aScene();
  const theirs = await world.post(moss, topic, { body: "A moderator's own" });
  const own = await fromOutside(world, { place: `/t/${topic.link}/${theirs.position}` });
  const invitee = await world.member("Sprig", { branch: 90 });
  await world.site.database.transaction((tx) =>
    tx
      .insert(invitationEdges)
      .values({ inviteeAccountId: invitee.accountId, inviterAccountId: moss.accountId, since: world.now }),
  );
  const friends = await fromOutside(world, { place: `/p/${toLink(invitee.pseudonymId)}` });
  const since = plus(world.now, -9 * DAY);
  const blocked = await world.member("Nettle");
  await world.site.database.transaction((tx) =>
    tx
      .insert(blocks)
      .values({ ownerAccountId: moss.accountId, pseudonymId: blocked.pseudonymId, kind: "block", since }),
  );
  const foes = await fromOutside(world, { place: `/p/${toLink(blocked.pseudonymId)}` });
  expect(await list(world, moss)).toEqual([]);
  for (const other of [fern, oak]) expect((await list(world, other)).length).toBe(3);
  for (const { id } of [own, friends, foes]) {
    expect(await look(world, moss, id)).toBeNull();
    for (const deed of [hide, answer, bring])
      expect(await deed(world, moss, id)).toMatchObject({ reason: "not-found" });
    const params = { outside: toLink(id) };
    expect(await call(world, loader, { as: moss, params })).toMatchObject({ status: 404 });
    expect(await call(world, action, { as: moss, params, form: { intent: "hide" } })).toMatchObject({ status: 404 });
  }
});

test("a moderator's other name is the moderator", async () => {
  const { world, topic, place, fern } = await aScene();
  const both = await world.member("Rush", { offices: ["moderator"], alsoAs: ["Sedge"], branch: 70, weeksHere: 70 });
  const sedge = (await world.viewer(both)).pseudonyms[1]!;
  const written = await world.post(both, topic, { body: "As another", slot: sedge.slot });
  const about = await fromOutside(world, { place: place.replace(/\d+$/, String(written.position)) });
  expect(about.respondentPseudonymId).toBe(sedge.id);
  expect(await list(world, both)).toEqual([]);
  expect(await list(world, fern)).toEqual([about.id]);
});

test("child material is seen by stewards alone, hidden at once, and stays hidden when answered", async () => {
  const { world, place, post, moss, fern, oak } = await aScene();
  const { id, code } = await takedown(world, { conduct: "child-material", place });
  for (const moderator of [moss, fern]) {
    expect(await list(world, moderator)).toEqual([]);
    expect(await look(world, moderator, id)).toBeNull();
    expect(await hide(world, moderator, id)).toMatchObject({ reason: "not-found" });
  }
  expect(await hide(world, oak, id)).toMatchObject({ ok: true });
  expect(await stateOf(world, post.id)).toBe("hidden");
  expect(await answer(world, oak, id, "It is gone from here.")).toMatchObject({ ok: true });
  expect(await stateOf(world, post.id)).toBe("hidden");
  expect(await receipt(world, code)).toMatchObject({ status: "answered", answer: "It is gone from here." });
  expect(await logged(world)).toEqual([
    { act: "post-hidden", office: "steward" },
    { act: "outside-answered", office: "steward" },
  ]);
});

test("an intimate image is hidden with one press, and stays so until its case is decided, within the 48 hours", async () => {
  const { world, place, post, moss, moderators, survivor } = await aScene();
  const image = await takedown(world, { place, words: "It's me." });
  expect(await hide(world, moss, image.id)).toMatchObject({ ok: true });
  expect(await hide(world, moss, image.id)).toMatchObject({ reason: "changed-meanwhile" });
  expect(await stateOf(world, post.id)).toBe("hidden");
  world.later(30 * HOUR);
  expect(await bring(world, moss, image.id)).toMatchObject({ ok: true });
  const { caseId } = (await world.read.select().from(outsideReports))[0]!;
  const found = await caseOf(world, caseId!);
  expect(found).toMatchObject({ conduct: "intimate-image", severity: "urgent", state: "open", subjectId: post.id });
  expect(found.decideBy!.getTime()).toBeLessThanOrEqual(image.decideBy!.getTime());
  expect(await kinds(world, caseId!)).toEqual(["from-outside", "hidden"]);
  expect(await receipt(world, image.code)).toMatchObject({ status: "in-case", removed: false });
  const dealt = await dealtTo(world, caseId!);
  const decider = moderators.find((one) => dealt.includes(one.pseudonymId))!;
  const page = await see(world, decider, caseId!);
  expect(page).toMatchObject({ voices: 0, reports: [{ alias: 0, words: `${place}\n\nIt's me.`, hide: "none" }] });
  expect(page!.talk.askable).toEqual([]);
  const removing = { outcome: "warning", days: undefined, removesPost: true, agreement: "no-outing" } as const;
  expect(await decide(world, decider, caseId!, removing)).toMatchObject({ ok: true });
  expect(await stateOf(world, post.id)).toBe("removed-by-decision");
  expect(await receipt(world, image.code)).toMatchObject({ status: "decided", removed: true, decideBy: null });
  // A member's report of the same is a report of its own.
  expect((await world.read.select().from(reports)).every((one) => one.reporterAccountId === null)).toBe(true);
  expect(survivor.accountId).toBeGreaterThan(0);
});

test("what a case finds no breach in is shown again, and so is what is answered without a case", async () => {
  const { world, place, post, moss, moderators } = await aScene();
  const first = await takedown(world, { place });
  await hide(world, moss, first.id);
  await bring(world, moss, first.id, "We look at it as a case.");
  const caseId = (await world.read.select().from(outsideReports))[0]!.caseId!;
  const dealt = await dealtTo(world, caseId);
  const decider = moderators.find((one) => dealt.includes(one.pseudonymId))!;
  await decide(world, decider, caseId, { outcome: "no-breach", agreement: "care", toRespondent: "" });
  expect(await stateOf(world, post.id)).toBe("visible");
  expect(await receipt(world, first.code)).toMatchObject({ status: "decided", removed: false, answer: /case/ });

  const second = await takedown(world, { place, words: "Again" });
  await hide(world, moss, second.id);
  expect(await answer(world, moss, second.id)).toMatchObject({ ok: true });
  expect(await stateOf(world, post.id)).toBe("visible");
});

test("an answer doesn't show again what another case keeps hidden", async () => {
  const { world, place, post, moss, survivor } = await aScene();
  const image = await takedown(world, { place });
  await hide(world, moss, image.id);
  await report(world, survivor, post.id, { conduct: "outing", aboutMe: true });
  await answer(world, moss, image.id);
  expect(await stateOf(world, post.id)).toBe("hidden");
});

test("a case that was opened from outside counts a member's voices only, and a member who reports it is Reporter 1", async () => {
  const { world, place, post, moss, moderators, survivor } = await aScene();
  for (const words of ["One", "Two"]) await bring(world, moss, (await fromOutside(world, { place, words })).id);
  const joined = await report(world, survivor, post.id, { conduct: "slur" });
  expect(joined.alias).toBe(1);
  const dealt = await dealtTo(world, joined.caseId);
  const decider = moderators.find((one) => dealt.includes(one.pseudonymId))!;
  expect(await see(world, decider, joined.caseId)).toMatchObject({ voices: 1, reports: [{}, {}, { alias: 1 }] });
});

test("only what is to be taken down can be hidden; what is settled can't be settled again", async () => {
  const { world, place, moss } = await aScene();
  const plain = await fromOutside(world, { place, conduct: "threat" });
  expect(await hide(world, moss, plain.id)).toMatchObject({ reason: "invalid" });
  expect(await answer(world, moss, plain.id)).toMatchObject({ ok: true });
  for (const deed of [hide, answer, bring])
    expect(await deed(world, moss, plain.id)).toMatchObject({ reason: "already-done" });
  const nowhere = await fromOutside(world, { place: "In your house" });
  expect(await look(world, moss, nowhere.id)).toMatchObject({ subjectKind: null, can: { bring: true, hide: false } });
  expect(await look(world, moss, newId())).toBeNull();
});

test("the page gives no address of what its reader can't see, and none of its words", async () => {
  const { world, moss, harasser } = await aScene();
  const circle = await world.space("circle", { members: [harasser] });
  const hidden = await world.topic(harasser, circle, { body: "Only for us" });
  const { id } = await takedown(world, { place: `/t/${hidden.link}` });
  const page = await look(world, moss, id);
  expect(page).toMatchObject({ post: { state: "visible", address: null }, can: { hide: true } });
  expect(JSON.stringify(page)).not.toContain("Only for us");
});

test("suspended moderators handle nothing from outside", async () => {
  const { world, place, moss, fern, oak, topic, survivor } = await aScene();
  const { id } = await fromOutside(world, { place });
  const theirs = await world.post(moss, topic, { body: "Pimp lobby!" });
  const { caseId } = await report(world, survivor, theirs.id);
  const dealt = await dealtTo(world, caseId);
  const decider = [fern, oak].find((one) => dealt.includes(one.pseudonymId))!;
  await decide(world, decider, caseId, { outcome: "suspension", days: 3 });
  expect(await list(world, moss)).toEqual([]);
  expect(await look(world, moss, id)).toBeNull();
});

test("the answer can be read for 90 days, then nothing of it is left", async () => {
  const { world, moss } = await aScene();
  const { id, code } = await fromOutside(world);
  await answer(world, moss, id, "We spoke with them.");
  const [row] = await world.read.select().from(outsideReports);
  expect(Buffer.from(row!.sealedAnswer!).toString("latin1")).not.toContain("spoke");
  expect(row!.decideBy).toBeNull();
  world.later(89 * DAY);
  await sweep(world.site, world.now);
  expect(await receipt(world, code)).toMatchObject({ answer: "We spoke with them." });
  world.later(2 * DAY);
  await sweep(world.site, world.now);
  expect(await world.read.$count(outsideReports)).toBe(0);
});
