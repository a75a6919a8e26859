import { fromLink, toLink } from "../../platform/ids";
import { DAY, plus } from "../../platform/time";

/** Drafts go this many ms after the day they were last kept. */
export const DRAFTS_KEPT = 30 * DAY;

/** Where a draft belongs: a topic to be started in a space, or a reply to be written in a topic. One draft each. */
export type DraftPlace = { kind: "topic" | "reply"; id: number };

/** A place as it is stored: `topic:<space>`, `reply:<topic>`. */
export const placeKey = ({ kind, id }: DraftPlace) => `${kind}:${toLink(id)}`;

/** The place that `placeKey` wrote; null for anything else. */
export function readPlace(key: string): DraftPlace | null {
  const [kind, link] = key.split(":");
  const id = fromLink(link);
  return id !== null && (kind === "topic" || kind === "reply") ? { kind, id } : null;
}

/** The last day on which a draft that was kept on this day can be found. */
export const keptUntil = (kept: Date) => plus(kept, DRAFTS_KEPT);
