import { eq } from "drizzle-orm";
import { reports } from "#db/schema";
import { claimCase } from "~/cases/claim-case.server";
import { decideCase } from "~/cases/decide-case.server";
import { editPost } from "~/discussion/posts/edit-post.server";
import { removePost } from "~/discussion/posts/remove-post.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { follow } from "~/discussion/topics/follow.server";
import { startTopic } from "~/discussion/topics/start-topic.server";
import { openGathering } from "~/gatherings/move-gathering.server";
import { passTheDoor } from "~/gatherings/pass-the-door.server";
import { planGathering } from "~/gatherings/plan-gathering.server";
import { raiseHand } from "~/gatherings/raise-hand.server";
import { sayYoullCome } from "~/gatherings/say-coming.server";
import { writeMessage } from "~/gatherings/write-message.server";
import { HOUR, plus } from "~/platform/time";
import { retirePseudonym } from "~/pseudonyms/retire-pseudonym.server";
import { turnAway } from "~/relations/turn-away.server";
import { burnName, undoBurning } from "~/retention/burn-name.server";
import { answerInvitation, inviteToCircle, leaveCircle } from "~/spaces/circle-membership.server";
import { aMute, tryReport } from "../support/reporting";
import { openWorld, type Person } from "../support/world";

/** The two names that are, or aren't, one person's; and two others. */
export type Name = "Fern" | "Heron" | "Wren" | "Alder";
export type Twin = "Fern" | "Heron";

/** What somebody does, or tries to do. `post` and `topic` count from the first, as far as there are any. */
export type Deed =
  | { deed: "topic"; by: Name; where: "Commons" | "House" | "Ring"; label: "closed" | "ask" | "open"; calls?: Name }
  | {
      deed: "post";
      by: Name;
      topic: number;
      to?: number;
      quotes?: boolean;
      calls?: Name;
      label: "closed" | "ask" | "open";
    }
  | { deed: "edit" | "remove"; by: Name; post: number }
  | { deed: "follow"; by: Name; topic: number }
  | { deed: "block" | "mute"; by: Name; name: Name }
  | { deed: "report"; by: "Wren" | "Alder"; post: number }
  | { deed: "invite"; name: Twin }
  | { deed: "accept" | "leave-circle"; by: Twin }
  | { deed: "sanction"; name: Twin; kind: "warning" | "slow" | "mute" }
  | { deed: "retire" | "burn" | "undo"; name: Twin }
  /** In the gathering, where one of the two sits: an account has one seat. */
  | { deed: "come" | "enter" | "say" | "raise-hand" };

export type Script = { sits: Twin; deeds: Deed[] };

/**
 * A community in which two names belong to one account, or each to its own, and what is done in it. Each deed comes some
 * hours after the one before, so that no limit decides; what is refused is refused.
 */
export async function openCommunity(belonging: "one account" | "two accounts") {
  const world = await openWorld();
  const { site } = world;
  const about = { standing: "established", branch: 7 } as const;
  const together = belonging === "one account";
  const fern = await world.member("Fern", { ...about, alsoAs: together ? ["Heron", "Spare", "Other"] : ["Spare"] });
  const heron = together ? fern : await world.member("Heron", { ...about, alsoAs: ["Other"] });
  const alder = await world.member("Alder", { standing: "established", branch: 1 });
  const wren = await world.member("Wren", { standing: "established", branch: 2, weeksHere: 20 });
  const moss = await world.member("Moss", { offices: ["moderator", "organizer"], branch: 3, weeksHere: 30 });
  await world.member("Sorrel", { offices: ["moderator"], branch: 4, weeksHere: 31 });
  const people = { Fern: fern, Heron: heron, Alder: alder, Wren: wren };
  const slots = { Fern: 1, Heron: together ? 2 : 1, Alder: 1, Wren: 1 };
  const spaces = {
    Commons: await world.space("open", { name: "Commons" }),
    House: await world.space("members", { name: "House" }),
    Ring: await world.space("circle", { name: "Ring", members: [alder, wren] }),
  };
  const ids = async (name: Name) =>
    (await world.viewer(people[name])).pseudonyms.find(({ slot }) => slot === slots[name])!.id;
  const planned = await planGathering(
    site,
    await world.viewer(moss),
    {
      spaceId: spaces.Commons.id,
      pseudonymId: moss.pseudonymId,
      title: "An evening",
      purpose: "To agree",
      groundRules: "Listen.",
      starts: plus(world.now, HOUR / 2),
      lengthMinutes: 90,
      turnSeconds: 180,
      sideChannel: true,
      keepMessages: true,
      coHosts: [],
    },
    world.now,
  );
  if (!planned.ok) throw new Error(planned.reason);
  const { gatheringId } = planned;
  const topics: { id: number; posts: { id: number; body: string; by: Name }[] }[] = [];
  const all = () => topics.flatMap((topic) => topic.posts);
  const at = <T>(list: T[], i: number) => list[i % Math.max(1, list.length)];
  const first = await startTopic(
    site,
    await world.viewer(alder),
    { title: "Beginning", body: "Come in", storyLabel: "open", space: spaces.Commons.id },
    world.later(HOUR),
  );
  if (!first.ok) throw new Error(first.reason);
  topics.push({ id: first.topicId, posts: [{ id: first.postId, body: "Come in", by: "Alder" }] });

  /** Whether a decision forbids one of the two to speak: then neither tries, since of two names of one person neither could. */
  let silent = false;
  const speaks = ["topic", "post", "edit", "enter", "say", "raise-hand"];
  const isTwin = (name: string) => name === "Fern" || name === "Heron";
  const words = (n: number, deed: { calls?: Name }) => `Words ${n}${deed.calls ? ` for @${deed.calls}` : ""}`;

  async function act(deed: Deed, n: number, sits: Twin): Promise<unknown> {
    const now = world.now;
    const viewerOf = (name: Name) => world.viewer(people[name]);
    const under = (name: Name) => ({ slot: slots[name], sureSlot: slots[name] });
    switch (deed.deed) {
      case "topic": {
        const body = words(n, deed);
        const input = { title: `Title ${n}`, body, storyLabel: deed.label, space: spaces[deed.where].id };
        const done = await startTopic(site, await viewerOf(deed.by), { ...input, ...under(deed.by) }, now);
        if (done.ok) topics.push({ id: done.topicId, posts: [{ id: done.postId, body, by: deed.by }] });
        return done;
      }
      case "post": {
        const topic = at(topics, deed.topic)!;
        const to = deed.to === undefined ? undefined : 1 + (deed.to % topic.posts.length);
        const said = to && deed.quotes ? `> #${to}:\n> ${topic.posts[to - 1]!.body}\n\n` : "";
        const body = said + words(n, deed);
        const input = { body, to, topic: topic.id, storyLabel: deed.label, ...under(deed.by) };
        const done = await writePost(site, await viewerOf(deed.by), input, now);
        if (done.ok) topic.posts.push({ id: done.postId, body: words(n, deed), by: deed.by });
        return done;
      }
      // Whoever presses edits or removes under the name that wrote: elsewhere there is no button.
      case "edit": {
        const post = at(
          all().filter(({ by }) => by === deed.by),
          deed.post,
        );
        return post && editPost(site, await viewerOf(deed.by), { post: post.id, body: `Mended ${n}` }, now);
      }
      case "remove": {
        const post = at(
          all().filter(({ by }) => by === deed.by),
          deed.post,
        );
        return post && removePost(site, await viewerOf(deed.by), { post: post.id }, now);
      }
      case "follow":
        return follow(site, await viewerOf(deed.by), { topicId: at(topics, deed.topic)!.id }, now);
      case "block":
      case "mute":
        return turnAway(site, await viewerOf(deed.by), { deed: deed.deed, pseudonymId: await ids(deed.name) }, now);
      case "report":
        return tryReport(world, people[deed.by], at(all(), deed.post)!.id);
      case "invite":
        return inviteToCircle(site, await viewerOf("Alder"), { spaceId: spaces.Ring.id, name: deed.name }, now);
      case "accept":
        return answerInvitation(
          site,
          await viewerOf(deed.by),
          { spaceId: spaces.Ring.id, slot: slots[deed.by], accept: true },
          now,
        );
      case "leave-circle":
        return leaveCircle(site, await viewerOf(deed.by), { spaceId: spaces.Ring.id, slot: slots[deed.by] }, now);
      case "sanction":
        return sanction(deed.name, deed.kind);
      case "retire":
        return retirePseudonym(site, await viewerOf(deed.name), slots[deed.name], now);
      case "burn":
        return burnName(site, await viewerOf(deed.name), slots[deed.name], now);
      case "undo":
        return undoBurning(site, await viewerOf(deed.name), slots[deed.name], now);
      case "come":
        return sayYoullCome(site, await viewerOf(sits), { gatheringId, coming: true }, now);
      case "enter": {
        await openGathering(site, await world.viewer(moss), { gatheringId }, now);
        const guise = { as: "name", pseudonymId: await ids(sits), sureSlot: slots[sits] } as const;
        return passTheDoor(site, await viewerOf(sits), { gatheringId, agreed: true, guise }, now);
      }
      case "say":
        return writeMessage(site, await viewerOf(sits), { gatheringId, channel: "side", body: `Spoken ${n}` }, now);
      case "raise-hand":
        return raiseHand(site, await viewerOf(sits), { gatheringId }, now);
    }
  }

  /** Wren reports what the name wrote, and whoever the case is dealt to decides. */
  async function sanction(name: Twin, kind: "warning" | "slow" | "mute") {
    const post = all().find(({ by }) => by === name);
    const filed = post && (await tryReport(world, wren, post.id));
    if (!filed?.ok) return;
    const [report] = await world.read.select().from(reports).where(eq(reports.id, filed.reportId));
    const { caseId } = report!;
    const moderator = await world.viewer(moss);
    const claimed = await claimCase(site, moderator, caseId, world.now);
    if (!claimed.ok) return;
    const decision = { ...aMute, outcome: kind, days: kind === "warning" ? undefined : 30 };
    const { leaseNumber } = claimed;
    const decided = await decideCase(site, moderator, { ...decision, caseId, leaseNumber }, world.now);
    silent ||= decided.ok && kind === "mute";
  }

  return {
    world,
    observers: { guest: null, Wren: wren, Alder: alder, Moss: moss } as Record<string, Person | null>,
    async play(script: Script) {
      for (const [n, deed] of script.deeds.entries()) {
        world.later(9 * HOUR);
        const by = "by" in deed ? deed.by : script.sits;
        if (!(silent && isTwin(by) && speaks.includes(deed.deed))) await act(deed, n, script.sits);
      }
    },
  };
}
