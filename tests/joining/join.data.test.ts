import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  accounts,
  invitationEdges,
  invitations,
  offices,
  pseudonymLinks,
  pseudonyms,
  sessions,
  spaces,
} from "#db/schema";
import type { Offer } from "~/accounts/offered-words.server";
import { signIn } from "~/accounts/sign-in.server";
import { readSettings } from "~/agreements/settings-queries.server";
import { createInvitation } from "~/joining/create-invitation.server";
import { foundingLink } from "~/joining/found-community.server";
import { openInvitationsOf } from "~/joining/invitation-queries.server";
import { join } from "~/joining/join.server";
import { offerAccount } from "~/joining/offer-account.server";
import { revokeInvitation } from "~/joining/revoke-invitation.server";
import { DAY, HOUR } from "~/platform/time";
import { wholeLog } from "~/public-log/log-queries.server";
import { openWorld, type Person, type World } from "../support/world";

let networks = 0;

async function invitedBy(world: World, person: Person) {
  const made = await createInvitation(world.site, await world.viewer(person), { label: "for a friend" }, world.now);
  if (!made.ok) throw new Error(made.reason);
  return made;
}

async function offered(world: World, code: string, name = "Quiet Alder", more = {}) {
  const made = await offerAccount(world.site, { code, name, age: "older", language: "en", ...more }, world.now);
  if (!made.ok) throw new Error(made.reason);
  return made;
}

const joining = (world: World, code: string, page: { offer: Offer; sealed: string }, more = {}) =>
  join(
    world.site,
    { code, sealed: page.sealed, word: page.offer.words[2]!, ownDevice: false, network: `n${networks++}`, ...more },
    world.now,
  );

async function invited() {
  const world = await openWorld();
  const birch = await world.member("Birch", { branch: 77 });
  const { code, id } = await invitedBy(world, birch);
  return { world, birch, code, id };
}

const counts = async (world: World) => [
  await world.read.$count(accounts),
  await world.read.$count(pseudonyms),
  await world.read.$count(pseudonymLinks),
  await world.read.$count(invitationEdges),
];

test("an invitation leads to an account whose words open it", async () => {
  const { world, birch, code } = await invited();
  const page = await offered(world, code);
  expect(await counts(world)).toEqual([1, 1, 1, 0]);
  const joined = await joining(world, code, page);
  if (!joined.ok) throw new Error(joined.reason);
  expect(await counts(world)).toEqual([2, 2, 2, 1]);
  const [account] = await world.read.select().from(accounts).where(eq(accounts.id, joined.accountId));
  expect(account).toMatchObject({ standing: "newcomer", branch: 77, secretKind: "codename" });
  const [edge] = await world.read.select().from(invitationEdges);
  expect(edge).toMatchObject({ inviteeAccountId: joined.accountId, inviterAccountId: birch.accountId });
  const answer = await signIn(
    world.site,
    { name: page.offer.words.join(" "), secret: "", ownDevice: false, network: "n" },
    world.now,
  );
  expect(answer).toMatchObject({ ok: true });
});

test("nothing that opens an account stands in the database or in the page's sealed field", async () => {
  const { world, code } = await invited();
  const page = await offered(world, code);
  await joining(world, code, page);
  const everything = JSON.stringify([
    await world.read.select().from(accounts),
    await world.read.select().from(sessions),
    await world.read.select().from(invitations),
    Buffer.from(page.sealed, "base64url").toString("latin1"),
  ]);
  for (const secret of [page.offer.words.join(" "), page.offer.words.slice(2).join(" "), page.offer.recovery, code])
    expect(everything).not.toContain(secret);
});

test("of two who race with one invitation one joins, and the other leaves nothing behind", async () => {
  const { world, code } = await invited();
  const [one, two] = [await offered(world, code, "Quiet Alder"), await offered(world, code, "Calm Heron")];
  const answers = await Promise.all([joining(world, code, one), joining(world, code, two)]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "invitation-gone" });
  expect(await counts(world)).toEqual([2, 2, 2, 1]);
});

test("a page that is sent twice joins once and is in twice", async () => {
  const { world, code } = await invited();
  const page = await offered(world, code);
  const [one, two] = await Promise.all([joining(world, code, page), joining(world, code, page)]);
  expect(one.ok && two.ok && one.accountId === two.accountId).toBe(true);
  expect(await counts(world)).toEqual([2, 2, 2, 1]);
});

test("of two who race for one name with two invitations, one is asked for another and keeps the words", async () => {
  const { world, birch, code } = await invited();
  const { code: second } = await invitedBy(world, birch);
  const [one, two] = [await offered(world, code, "Quiet Alder"), await offered(world, second, "Quiet A1der")];
  const answers = await Promise.all([joining(world, code, one), joining(world, second, two)]);
  const late = answers.find((answer) => !answer.ok);
  expect(late).toMatchObject({ reason: "name-taken" });
  const again = await offered(world, answers[0].ok ? second : code, "Calm Heron", {
    sealed: (answers[0].ok ? two : one).sealed,
  });
  expect(again.offer.words).toEqual(late?.offer?.words);
  expect(await joining(world, answers[0].ok ? second : code, again)).toMatchObject({ ok: true });
});

test("a wrong word shows the same words again and makes nothing", async () => {
  const { world, code } = await invited();
  const page = await offered(world, code);
  const answer = await joining(world, code, page, { word: "zoom zoom" });
  expect(answer).toMatchObject({ ok: false, reason: "wrong-word", offer: { words: page.offer.words } });
  expect(await counts(world)).toEqual([1, 1, 1, 0]);
  expect(await joining(world, code, page, { word: ` ${page.offer.words[2]!.toUpperCase()} ` })).toMatchObject({
    ok: true,
  });
});

test.each([
  ["altered", (sealed: string) => `${sealed.slice(0, -4)}AAAA`],
  ["cut short", (sealed: string) => sealed.slice(0, 20)],
  ["empty", () => ""],
  ["made up", () => "e30"],
  ["huge", () => "A".repeat(100_000)],
])("a sealed field that is %s opens nothing", async (_what, spoil) => {
  const { world, code } = await invited();
  const page = await offered(world, code);
  expect(await joining(world, code, { ...page, sealed: spoil(page.sealed) })).toMatchObject({ reason: "page-too-old" });
});

test("the words of one invitation can't be taken to another", async () => {
  const { world, birch, code } = await invited();
  const { code: other } = await invitedBy(world, birch);
  const page = await offered(world, code);
  expect(await joining(world, other, page)).toMatchObject({ reason: "page-too-old" });
});

test("the page with the words is good for an hour", async () => {
  const { world, code } = await invited();
  const page = await offered(world, code);
  world.later(HOUR);
  expect(await joining(world, code, page)).toMatchObject({ reason: "page-too-old" });
});

test.each(["", "short", "x".repeat(22), "x".repeat(10_000), "%00", "../../etc"])(
  "the code %j is nobody's invitation",
  async (code) => {
    const { world } = await invited();
    const answer = await offerAccount(world.site, { code, name: "Quiet Alder", language: "en" }, world.now);
    expect(answer).toMatchObject({ ok: false, reason: "invitation-unknown" });
  },
);

test("used, expired and revoked invitations are over, each in its way", async () => {
  const { world, birch, code, id } = await invited();
  await joining(world, code, await offered(world, code));
  const ask = (its: string) => offerAccount(world.site, { code: its, name: "Calm Heron", language: "en" }, world.now);
  expect(await ask(code)).toMatchObject({ reason: "invitation-gone" });
  const viewer = await world.viewer(birch);
  expect(await revokeInvitation(world.site, viewer, id)).toMatchObject({ reason: "already-done" });
  const second = await invitedBy(world, birch);
  expect(await openInvitationsOf(world.read, birch.accountId, world.now)).toMatchObject([
    { id: second.id, code: second.code, label: "for a friend" },
  ]);
  const stranger = await world.viewer(await world.member("Stranger"));
  expect(await revokeInvitation(world.site, stranger, second.id)).toMatchObject({ reason: "not-found" });
  expect(await revokeInvitation(world.site, viewer, second.id)).toEqual({ ok: true });
  expect(await ask(second.code)).toMatchObject({ reason: "invitation-unknown" });
  const third = await invitedBy(world, birch);
  world.later(14 * DAY);
  expect(await ask(third.code)).toMatchObject({ reason: "invitation-gone" });
  expect(await openInvitationsOf(world.read, birch.accountId, world.now)).toEqual([]);
});

test("members may open three invitations a week, and newcomers none", async () => {
  const { world, birch } = await invited();
  await invitedBy(world, birch);
  await invitedBy(world, birch);
  const fourth = await createInvitation(world.site, await world.viewer(birch), {}, world.now);
  expect(fourth).toMatchObject({ ok: false, reason: "limited" });
  const newcomer = await world.viewer(await world.member("Fern", { standing: "newcomer" }));
  expect(await createInvitation(world.site, newcomer, {}, world.now)).toMatchObject({ reason: "too-new" });
});

test("whoever a steward invites begins a branch", async () => {
  const { world } = await invited();
  const steward = await world.member("Rowan", { offices: ["steward"], branch: 5 });
  const branches = [];
  for (const name of ["Calm Heron", "Wide River"]) {
    const { code } = await invitedBy(world, steward);
    const joined = await joining(world, code, await offered(world, code, name));
    if (!joined.ok) throw new Error(joined.reason);
    const [account] = await world.read.select().from(accounts).where(eq(accounts.id, joined.accountId));
    branches.push(account!.branch);
  }
  expect(new Set([5, ...branches]).size).toBe(3);
});

test("the eleventh who joins from one network within an hour waits, and keeps the page", async () => {
  const { world } = await invited();
  const steward = await world.member("Rowan", { offices: ["steward"] });
  const room = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
  for (const name of room.map((number) => `${number} Rivers`)) {
    const { code } = await invitedBy(world, steward);
    expect(await joining(world, code, await offered(world, code, name), { network: "one" })).toMatchObject({
      ok: true,
    });
  }
  const { code } = await invitedBy(world, steward);
  const page = await offered(world, code, "Eleven Rivers");
  const late = await joining(world, code, page, { network: "one" });
  expect(late).toMatchObject({ reason: "limited", offer: { words: page.offer.words } });
}, 30_000);

test("the founding link makes the first account steward and moderator, names the community and opens its first spaces", async () => {
  const world = await openWorld();
  const stale = await foundingLink(world.site, world.now);
  const link = await foundingLink(world.site, world.now);
  const code = link!.replace("/join/", "");
  expect(stale).not.toBe(link);
  const ask = { name: "Quiet Alder", language: "es" as const };
  expect(
    await offerAccount(
      world.site,
      { ...ask, code: stale!.replace("/join/", ""), communityName: "Mossbank" },
      world.now,
    ),
  ).toMatchObject({ reason: "invitation-unknown" });
  expect(await offerAccount(world.site, { ...ask, code }, world.now)).toMatchObject({ reason: "invalid" });
  expect(
    await offerAccount(world.site, { ...ask, code, name: "Mossbank", communityName: "Mossbank" }, world.now),
  ).toMatchObject({ problem: "staff" });
  const page = await offered(world, code, "Quiet Alder", { communityName: "Mossbank", language: "es" });
  expect((await readSettings(world.read)).name).toBe("Understory");
  const joined = await joining(world, code, page);
  expect(joined).toMatchObject({ ok: true, founding: true });
  expect((await world.read.select().from(offices)).map(({ office }) => office).sort()).toEqual([
    "moderator",
    "steward",
  ]);
  expect(await readSettings(world.read)).toMatchObject({ name: "Mossbank", founded: true });
  expect((await world.read.select().from(spaces)).map(({ slug, kind }) => [slug, kind]).sort()).toEqual([
    ["commons", "members"],
    ["welcome", "open"],
  ]);
  expect((await wholeLog(world.read)).map(({ act }) => act)).toEqual([
    "community-founded",
    "office-given",
    "office-given",
    "space-opened",
    "space-opened",
  ]);
  expect(await foundingLink(world.site, world.now)).toBeNull();
});

test("two people can't both found a community", async () => {
  const world = await openWorld();
  const code = (await foundingLink(world.site, world.now))!.replace("/join/", "");
  const one = await offered(world, code, "Quiet Alder", { communityName: "Mossbank" });
  const two = await offered(world, code, "Calm Heron", { communityName: "Fernbank" });
  const answers = await Promise.all([joining(world, code, one), joining(world, code, two)]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await world.read.$count(accounts)).toBe(1);
});
