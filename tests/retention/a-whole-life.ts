import { and, eq, inArray } from "drizzle-orm";
import {
  accountKeys,
  accounts,
  blocks,
  cases,
  codeApps,
  conductOptOuts,
  drafts,
  follows,
  gatheringAnswers,
  gatheringGoers,
  gatheringHosts,
  gatheringMessages,
  gatheringSeats,
  gatherings,
  handlerWishes,
  heldBack,
  hiddenPosts,
  invitationEdges,
  invitations,
  journalEntries,
  notifications,
  passkeys,
  pileOnParts,
  pileOns,
  pseudonymLinks,
  pseudonyms,
  roomMessages,
  rotaWeeks,
  sessions,
  shelters,
  ties,
  topicMutes,
  topics,
} from "#db/schema";
import { passTheDoor } from "~/gatherings/pass-the-door.server";
import { newId, toLink } from "~/platform/ids";
import { DAY, HOUR, plus, weekOf } from "~/platform/time";
import { linksOfAccount } from "~/pseudonyms/sealed-link.server";
import { fromOutside } from "../support/outside";
import { aCase, decide, report } from "../support/reporting";
import type { Person, World } from "../support/world";

/** Words that stand nowhere but in what Ana wrote. */
export const ANA_WROTE = {
  post: "zwetschgenwasser",
  title: "elderberries in spring",
  draft: "quincejelly unfinished",
  purpose: "sloegin purposes",
  summary: "medlarcheese summed up",
  said: "damsonjam said aloud",
  masked: "rowanberry behind a mask",
  reported: "bullacewine reported",
  label: "the phone in the kitchen",
};

/**
 * Ana, who has used everything there is: two names, every kind of writing, an office, a circle of their own, gatherings
 * in every state, reports filed, and a sanction that binds them. Others have answered, blocked and reported them.
 */
export async function aWholeLife() {
  const { world, moderators, survivor, harasser, topic, post } = await aCase({ moderators: ["Moss", "Fern", "Rush"] });
  const ana = await world.member("Anarosa", {
    standing: "established",
    offices: ["moderator", "organizer"],
    branch: 4711,
    weeksHere: 31,
    alsoAs: ["Grey Heronwing"],
  });
  const ben = await world.member("Ben", { standing: "established", branch: 5, weeksHere: 40 });
  const links = await linksOfAccount(world.read, ana.accountId);
  const names = links.map((link) => link.pseudonymId);
  const other = names.find((id) => id !== ana.pseudonymId)!;
  const circle = await world.space("circle", { name: "By the river", members: [ana, ben] });
  const commons = await world.space("open", { name: "Commons" });

  const own = await world.topic(ana, commons, { title: ANA_WROTE.title, body: ANA_WROTE.post });
  await world.post(ben, own, { to: 1, body: "@Anarosa I agree" });
  const answer = await world.post(ana, topic, { body: ANA_WROTE.post, slot: 1 });
  await world.post(ben, topic, { to: answer.position, body: "An answer of Ben's" });
  const { caseId: told } = await report(world, ana, post.id, { words: ANA_WROTE.reported, conduct: "slur" });
  const bad = await world.post(ana, topic, { body: `${ANA_WROTE.post} again` });
  const { caseId: about } = await report(world, survivor, bad.id, { conduct: "slur" });
  const decidedPost = await world.post(ana, topic, { body: `${ANA_WROTE.post} too much` });
  const { caseId: decided } = await report(world, survivor, decidedPost.id, { conduct: "slur" });
  for (const moderator of moderators)
    if ((await decide(world, moderator, decided).catch(() => ({ ok: false }))).ok) break;

  await fromOutside(world, { place: `/p/${toLink(ana.pseudonymId)}` });
  await live(world, { ana, other, ben, commons, post, own, survivor, moderator: moderators[0]! });
  const rooms = await gather(world, { ana, ben, commons });
  const [account] = await world.read.select().from(accounts).where(eq(accounts.id, ana.accountId));
  const named = await world.read.select().from(pseudonyms).where(inArray(pseudonyms.id, names));
  return {
    world,
    ana,
    other,
    names,
    ben,
    survivor,
    harasser,
    moderators,
    circle,
    commons,
    topic,
    own,
    answer,
    cases: { told, about, decided },
    rooms,
    /** What may be found nowhere afterwards: texts, and the numbers and fingerprints of everything that is Ana's. */
    needles: {
      texts: [...Object.values(ANA_WROTE), "Anarosa", "Grey Heronwing"],
      account: [
        ana.accountId,
        account!.signInKey,
        account!.recoveryHash,
        ana.sessionId,
        ...(await linkRows(world, names)),
      ],
      leaves: named.map((name) => name.leaf),
      nameKeys: named.map((name) => name.nameKey),
      names: names.flatMap((id) => [String(id), toLink(id)]),
    },
  };
}

async function linkRows(world: World, names: number[]): Promise<string[]> {
  const all = await world.read.select().from(pseudonymLinks);
  const behind = new Set(names);
  const { unseal } = await import("~/platform/keys.server");
  return all
    .filter((row) => behind.has((JSON.parse(unseal("pseudonym-link", row.sealed)) as number[])[2]!))
    .flatMap((row) => [row.lookup, row.pseudonymLookup]);
}

type About = {
  ana: Person;
  other: number;
  ben: Person;
  commons: { id: number };
  post: { id: number };
  own: { id: number; postId: number };
  survivor: Person;
  moderator: Person;
};

/** Everything that hangs on an account or a name, one row of each at least. */
async function live(world: World, { ana, other, ben, commons, post, own, survivor, moderator }: About): Promise<void> {
  const { accountId, pseudonymId } = ana;
  const { now } = world;
  await world.site.database.transaction(async (tx) => {
    await tx.update(sessions).set({ label: ANA_WROTE.label }).where(eq(sessions.id, ana.sessionId));
    await tx
      .insert(passkeys)
      .values({ accountId, credential: "credential-of-ana", publicKey: Buffer.from("key"), counter: 1, added: now });
    await tx.insert(accountKeys).values({ accountId, bySecret: Buffer.from("wrapped-for-ana") });
    await tx.insert(journalEntries).values({ accountId, sealed: Buffer.from("sealed-by-ana"), kept: now });
    await tx.insert(codeApps).values({ accountId, sealed: Buffer.from("secret-of-ana"), confirmed: true });
    await tx
      .insert(drafts)
      .values({ accountId, place: `topic:${toLink(commons.id)}`, title: "", body: ANA_WROTE.draft, kept: now });
    await tx.insert(follows).values({ pseudonymId: other, spaceId: commons.id });
    await tx.update(topics).set({ calmByPseudonymId: other });
    const since = plus(now, -HOUR);
    await tx.insert(blocks).values({ ownerAccountId: accountId, pseudonymId: ben.pseudonymId, kind: "mute", since });
    await tx.insert(blocks).values({ ownerAccountId: survivor.accountId, pseudonymId: other, kind: "block", since });
    await tx.insert(topicMutes).values({ accountId, topicId: newId() });
    await tx.insert(hiddenPosts).values({ accountId, postId: newId() });
    await tx
      .insert(invitations)
      .values({ codeHash: "hash-of-ana", kind: "member", inviterAccountId: accountId, expires: plus(now, DAY) });
    await tx
      .insert(invitationEdges)
      .values({ inviteeAccountId: ben.accountId, inviterAccountId: accountId, since: now });
    await tx.insert(notifications).values({ accountId, kind: "report-decided", bump: 900_001, created: now });
    const [someCase] = await tx.select({ id: cases.id }).from(cases).limit(1);
    const caseId = someCase!.id;
    const pileOn = { caseId, began: now, latest: now, foundBy: "member" } as const;
    await tx.insert(pileOns).values({ ...pileOn, targetPseudonymId: ana.pseudonymId });
    const part = { caseId, postId: 1, topicId: 1, route: "reply", sealed: Buffer.from("sealed") } as const;
    await tx.insert(pileOnParts).values({ ...part, pseudonymId: ana.pseudonymId, written: now });
    await tx.insert(notifications).values({
      pseudonymId: ben.pseudonymId,
      kind: "followed-space",
      postId: own.postId,
      bump: 900_002,
      created: now,
    });
    const shelter = { began: now, until: plus(now, 3 * DAY), reader: "reading" } as const;
    const [bens, anas] = [ben.pseudonymId, ana.pseudonymId];
    await tx.insert(shelters).values({ ...shelter, pseudonymId: anas, readerPseudonymId: bens });
    await tx.insert(shelters).values({ ...shelter, pseudonymId: bens, readerPseudonymId: anas });
    await tx.insert(heldBack).values({ pseudonymId: anas, kind: "reply", postId: newId(), held: now });
    await tx.insert(ties).values({ moderatorPseudonymId: pseudonymId, pseudonymId: ben.pseudonymId, declared: now });
    await tx.insert(ties).values({ moderatorPseudonymId: moderator.pseudonymId, pseudonymId: other, declared: now });
    await tx.insert(handlerWishes).values({ pseudonymId, plainText: true });
    await tx.insert(conductOptOuts).values({ pseudonymId, conduct: "mining-stories" });
    await tx.insert(roomMessages).values({ pseudonymId, position: 1, sealed: Buffer.from("said-by-ana"), said: now });
    await tx.insert(rotaWeeks).values({ week: weekOf(now), pseudonymId });
    await tx.insert(hiddenPosts).values({ accountId: ben.accountId, postId: post.id }).onConflictDoNothing();
  });
}

type Gatherer = { ana: Person; ben: Person; commons: { id: number } };
const SOME = { lengthMinutes: 60, groundRules: "Be kind.", turnSeconds: 180 };

/** Gatherings: one of Ana's that is coming, one that is on with a co-host, one that is over, and one of Ben's with a mask. */
async function gather(world: World, { ana, ben, commons }: Gatherer) {
  const { now } = world;
  const ids = { coming: newId(), on: newId(), over: newId(), bens: newId(), kept: newId() };
  const hosted = { ...SOME, spaceId: commons.id, hostPseudonymId: ana.pseudonymId, purpose: ANA_WROTE.purpose };
  await world.site.database.transaction(async (tx) => {
    await tx.insert(gatherings).values([
      { ...hosted, id: ids.coming, title: ANA_WROTE.title, starts: plus(now, DAY) },
      { ...hosted, id: ids.on, title: "What we want", purpose: "To agree", starts: now, state: "open" },
      {
        ...hosted,
        id: ids.over,
        title: ANA_WROTE.title,
        starts: plus(now, -DAY),
        state: "ended",
        summary: ANA_WROTE.summary,
      },
      {
        ...hosted,
        id: ids.bens,
        hostPseudonymId: ben.pseudonymId,
        title: "Ben's",
        purpose: "",
        starts: now,
        state: "open",
      },
      {
        ...hosted,
        id: ids.kept,
        hostPseudonymId: ben.pseudonymId,
        title: "Ben's, kept",
        purpose: "",
        starts: now,
        state: "open",
        keepMessages: true,
      },
    ]);
    await tx.insert(gatheringHosts).values([
      { gatheringId: ids.on, pseudonymId: ben.pseudonymId },
      { gatheringId: ids.bens, pseudonymId: ana.pseudonymId },
    ]);
    await tx.insert(gatheringGoers).values({ gatheringId: ids.coming, pseudonymId: ana.pseudonymId });
  });
  const enter = async (who: Person, gatheringId: number, masked = false) => {
    const guise = masked ? ({ as: "mask" } as const) : ({ as: "name", pseudonymId: who.pseudonymId } as const);
    const seat = await passTheDoor(world.site, await world.viewer(who), { gatheringId, agreed: true, guise }, now);
    if (!seat.ok) throw new Error(seat.reason);
    return seat.seatId;
  };
  await enter(ben, ids.on);
  const seats = [await enter(ana, ids.on), await enter(ana, ids.kept)];
  // A host comes as the name that hosts; a mask is for others' rooms.
  await world.site.database.transaction((tx) =>
    tx
      .delete(gatheringHosts)
      .where(and(eq(gatheringHosts.gatheringId, ids.bens), eq(gatheringHosts.pseudonymId, ana.pseudonymId))),
  );
  const mask = await enter(ana, ids.bens, true);
  await world.site.database.transaction(async (tx) => {
    await tx.insert(gatheringHosts).values({ gatheringId: ids.bens, pseudonymId: ana.pseudonymId });
    await tx
      .update(gatherings)
      .set({ floorSeatId: mask, floorUntil: plus(now, HOUR) })
      .where(eq(gatherings.id, ids.bens));
    for (const [i, seatId] of [...seats, mask].entries()) {
      const gatheringId = [ids.on, ids.kept, ids.bens][i]!;
      const body = seatId === mask ? ANA_WROTE.masked : ANA_WROTE.said;
      const message = { gatheringId, seatId, position: 1, channel: "floor", body, html: `<p>${body}</p>` } as const;
      await tx.insert(gatheringMessages).values(message);
      await tx.insert(gatheringAnswers).values({ gatheringId, seatId, about: "question", answer: "support" });
    }
    await tx.update(gatheringSeats).set({ handAt: 3 }).where(eq(gatheringSeats.id, seats[0]!));
  });
  return { ...ids, mask };
}
