import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import { gatherings, pseudonyms, spaces } from "#db/schema";
import type { Reader } from "#db/types";
import { asName, type OwnPseudonym, type Viewer } from "../accounts/viewer";
import { toLink } from "../platform/ids";
import { listSpaces } from "../spaces/space-queries.server";
import { placeOf } from "./find-room.server";
import type { GatheringState } from "./gathering-states";
import { canPlan } from "./permissions";

/** How many past gatherings the list shows. */
const MOST_PAST = 30;

/** A gathering in a list. */
export type Listed = {
  link: string;
  title: string;
  purpose: string;
  state: GatheringState;
  /** Milliseconds since 1970; only the hour once it has ended. */
  starts: number;
  lengthMinutes: number;
  hostName: string;
  space: { name: string; kind: "open" | "members" | "circle" };
  summary: string | null;
};

/** What is coming or on now (soonest first), and what is over (latest first), in spaces that exist for the viewer. */
export async function listGatherings(read: Reader, viewer: Viewer): Promise<{ coming: Listed[]; past: Listed[] }> {
  const seen = (await listSpaces(read, viewer)).map((space) => space.id);
  if (seen.length === 0) return { coming: [], past: [] };
  const list = (states: GatheringState[]) =>
    read
      .select({ gathering: gatherings, spaceName: spaces.name, kind: spaces.kind, hostName: pseudonyms.name })
      .from(gatherings)
      .innerJoin(spaces, eq(spaces.id, gatherings.spaceId))
      .leftJoin(pseudonyms, and(eq(pseudonyms.id, gatherings.hostPseudonymId), ne(pseudonyms.state, "burned")))
      .where(and(inArray(gatherings.spaceId, seen), inArray(gatherings.state, states)));
  const coming = await list(["planned", "open", "paused"]).orderBy(asc(gatherings.starts));
  const past = await list(["ended", "called-off"]).orderBy(desc(gatherings.starts)).limit(MOST_PAST);
  const listed = ({ gathering, spaceName, kind, hostName }: (typeof coming)[number]): Listed => ({
    link: toLink(gathering.id),
    title: gathering.title,
    purpose: gathering.purpose,
    state: gathering.state,
    starts: gathering.starts.getTime(),
    lengthMinutes: gathering.lengthMinutes,
    hostName: hostName ?? "",
    space: { name: spaceName, kind },
    summary: gathering.summary,
  });
  return { coming: coming.map(listed), past: past.map(listed) };
}

/** The spaces where the viewer may host, and as whom. Empty for almost everybody. */
export async function hostableSpaces(
  read: Reader,
  viewer: Viewer,
): Promise<{ id: number; name: string; kind: "open" | "members" | "circle"; names: OwnPseudonym[] }[]> {
  if (viewer.kind === "guest") return [];
  const hostable = [];
  for (const space of await listSpaces(read, viewer)) {
    const own: OwnPseudonym[] = [];
    for (const name of space.speakers) {
      const host = asName(viewer, name.id);
      if (canPlan(host, (await placeOf(read, host, space)).place).ok) own.push(name);
    }
    if (own.length) hostable.push({ id: space.id, name: space.name, kind: space.kind, names: own });
  }
  return hostable;
}
