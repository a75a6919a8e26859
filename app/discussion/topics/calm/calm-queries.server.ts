import { eq } from "drizzle-orm";
import { pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import type { Topic } from "../topic-queries.server";
import { isCalm } from "./rules";

/** What readers of a calmed topic are told: how, why, until when, and who set it (null when that name is burned); null for any other topic. */
export async function readCalm(read: Reader, topic: Topic, now: Date) {
  if (!isCalm(topic, now) || topic.calmByPseudonymId === null) return null;
  const [by] = await read
    .select({ name: pseudonyms.name, state: pseudonyms.state })
    .from(pseudonyms)
    .where(eq(pseudonyms.id, topic.calmByPseudonymId));
  return {
    minutes: (topic.slowSeconds ?? 0) / 60,
    writers: topic.writers ?? "everybody",
    why: topic.calmReason ?? "",
    until: topic.calmUntil!,
    by: by && by.state !== "burned" ? by.name : null,
  };
}

export type ShownCalm = NonNullable<Awaited<ReturnType<typeof readCalm>>>;
