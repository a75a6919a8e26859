import { holds, type Member, owns, type Standing, silencedBy, type Viewer } from "../../../accounts/viewer";
import { type Refused, refused } from "../../../platform/outcome";
import { HOUR, MINUTE } from "../../../platform/time";

/** How far apart one person's posts in a calmed topic are, in minutes; 0 leaves their pace alone. */
export const paces = [0, 1, 5, 15, 60] as const;

/** Who can still answer: everybody, whoever isn't new here, whoever has been here long, nobody. */
export const circlesOfWriters = ["everybody", "members", "established", "nobody"] as const;
export type Writers = (typeof circlesOfWriters)[number];

/** For how many hours it can be set. It always ends: a topic that is to stay closed is set anew, by somebody who still wants it. */
export const lengths = [1, 6, 24, 72, 168] as const;

/** How a topic is calmed: stored with it, and past `until` it's as if it had never been. */
export type Calm = {
  slowSeconds: number | null;
  writers: Writers | null;
  calmReason: string | null;
  calmUntil: Date | null;
  calmByPseudonymId: number | null;
};

export const isCalm = ({ calmUntil }: Pick<Calm, "calmUntil">, now: Date) => calmUntil !== null && calmUntil > now;

/** For how long after a post the same person can't write another, in ms; undefined where nothing slows them. */
export const pauseIn = (topic: Calm, now: Date): number | undefined =>
  isCalm(topic, now) && topic.slowSeconds ? topic.slowSeconds * 1_000 : undefined;

const standings: Standing[] = ["newcomer", "member", "established"];

/** The lowest standing that can still answer. */
const fewest = { members: "member", established: "established" } as const;

/** Whether somebody of this standing can answer in a topic now. */
export function mayAnswerIn(topic: Calm, standing: Standing, now: Date): { ok: true } | Refused {
  const { writers, calmReason, calmUntil } = topic;
  if (!isCalm(topic, now) || writers === null || writers === "everybody") return { ok: true };
  if (writers !== "nobody" && standings.indexOf(standing) >= standings.indexOf(fewest[writers])) return { ok: true };
  return refused("listening-only", { until: calmUntil, why: calmReason ?? "" });
}

type TopicToCalm = { pseudonymId: number; state: "open" | "closed" | "removed" };
type Calmer = { as: "author" | "host" | "moderator"; pseudonymId: number };

/**
 * As what, and under which name, a member may calm a topic: as its author, a host of its circle, or a moderator; null for
 * everybody else. `hostName`: the viewer's own name that hosts the circle, if one does.
 */
export function calmerOf(viewer: Viewer, topic: TopicToCalm, hostName: number | undefined): Calmer | null {
  if (viewer.kind === "guest" || silencedBy(viewer) || topic.state !== "open") return null;
  const author = owns(viewer, topic.pseudonymId) && isActive(viewer, topic.pseudonymId);
  if (author) return { as: "author", pseudonymId: topic.pseudonymId };
  if (hostName !== undefined) return { as: "host", pseudonymId: hostName };
  const office = holds(viewer, "moderator") && viewer.offices.find((held) => held.office === "moderator");
  return office ? { as: "moderator", pseudonymId: office.pseudonymId } : null;
}

const isActive = (viewer: Member, pseudonymId: number) =>
  viewer.pseudonyms.some(({ id, state }) => id === pseudonymId && state === "active");

/** What the numbers of `paces` and `lengths` are counted in, in ms. */
export const inMs = { pace: MINUTE, length: HOUR };

/** A topic that nothing calms. */
export const asBefore: Calm = {
  slowSeconds: null,
  writers: null,
  calmReason: null,
  calmUntil: null,
  calmByPseudonymId: null,
};
