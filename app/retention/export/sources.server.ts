import { setImmediate } from "node:timers/promises";
import * as account from "./account.server";
import { type PartName, parts } from "./parts";
import type { AnyRecord } from "./records";
import * as relations from "./relations.server";
import * as rooms from "./rooms.server";
import type { Source, Taker } from "./taker.server";
import { talkSource } from "./talk.server";
import * as words from "./words.server";

/** Rows read at once: what is in memory at any time, and the longest that other visitors wait for the database. */
export const BATCH = 500;

const sources: { [N in PartName]: Source<N> } = {
  posts: words.postSource,
  topics: words.topicSource,
  drafts: words.draftSource,
  said: rooms.saidSource,
  hosted: rooms.hostedSource,
  hostedWith: rooms.hostedWithSource,
  coming: rooms.comingSource,
  seats: rooms.seatSource,
  answers: rooms.answerSource,
  names: relations.nameSource,
  circles: relations.circleSource,
  offices: relations.officeSource,
  follows: relations.followSource,
  notifications: relations.notificationSource,
  reports: account.reportSource,
  talk: talkSource,
  decisions: account.decisionSource,
  sanctions: account.sanctionSource,
  ties: relations.tieSource,
  blocks: relations.blockSource,
  mutedTopics: relations.mutedTopicSource,
  hiddenPosts: relations.hiddenPostSource,
  reading: relations.readingSource,
  voices: relations.voiceSource,
  account: account.accountSource,
  devices: account.deviceSource,
  passkeys: account.passkeySource,
  invitations: account.invitationSource,
};

/** The parts that an archive for this taker has. */
export const partsFor = ({ whole }: Pick<Taker, "whole">): PartName[] =>
  parts.filter(({ of }) => whole || of === "names").map(({ name }) => name);

/** How many things each part holds now. */
export async function countParts(taker: Taker): Promise<{ name: PartName; count: number }[]> {
  const counted: { name: PartName; count: number }[] = [];
  for (const name of partsFor(taker)) counted.push({ name, count: (await sources[name].find(taker)).length });
  return counted;
}

/** A part batch by batch, in an order that is the same each time. Other visitors get their turn in between. */
export async function* batchesOf(taker: Taker, name: PartName): AsyncGenerator<AnyRecord[]> {
  const found = await sources[name].find(taker);
  for (let at = 0; at < found.length; at += BATCH) {
    await setImmediate();
    const told: AnyRecord[] = await sources[name].tell(taker, found.slice(at, at + BATCH));
    if (told.length) yield told;
  }
}
