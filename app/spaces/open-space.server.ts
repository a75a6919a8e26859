import { inArray, max } from "drizzle-orm";
import { circleMembers, spaces } from "#db/schema";
import type { Tx } from "#db/types";
import { officeName, type Viewer } from "../accounts/viewer";
import { newId } from "../platform/ids";
import { type Outcome, refused } from "../platform/outcome";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { type OpenSpaceInput, openSpaceForm, slugOf } from "./forms";
import { mayKeepSpaces } from "./permissions";

/** Opens a space, at the end of the list. A circle's first host is the steward's own name. */
export async function openSpace(
  site: Site,
  viewer: Viewer,
  input: OpenSpaceInput,
  now: Date,
): Promise<Outcome<{ spaceId: number; slug: string }>> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const host = officeName(viewer, "steward");
  if (!mayKeepSpaces(viewer) || host === undefined) return refused("not-allowed");
  const parsed = openSpaceForm.safeParse(input);
  if (!parsed.success) return refused("invalid");
  const pace = await site.limits.take("run-community", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const { kind, name } = parsed.data;
  return site.database.transaction(async (tx): Promise<Outcome<{ spaceId: number; slug: string }>> => {
    const spaceId = newId();
    const slug = await freeSlug(tx, name);
    const [last] = await tx.select({ position: max(spaces.position) }).from(spaces);
    await tx.insert(spaces).values({ ...parsed.data, id: spaceId, slug, position: (last?.position ?? 0) + 1 });
    if (kind === "circle")
      await tx.insert(circleMembers).values({ spaceId, pseudonymId: host, state: "in", host: true });
    // A circle's name may tell who belongs to it.
    const details: Record<string, string> = kind === "circle" ? { kind } : { kind, name };
    await appendToLog(tx, { act: "space-opened", office: "steward", details }, now);
    return { ok: true, spaceId, slug };
  });
}

/** Opens a circle that some names come into together, each of them a host. No office has a part in it: no log tells of it. */
export async function openCircleTogether(
  tx: Tx,
  about: { name: string; purpose: string },
  pseudonymIds: number[],
): Promise<{ spaceId: number; slug: string }> {
  const spaceId = newId();
  const slug = await freeSlug(tx, about.name);
  const [last] = await tx.select({ position: max(spaces.position) }).from(spaces);
  await tx.insert(spaces).values({ ...about, id: spaceId, slug, kind: "circle", position: (last?.position ?? 0) + 1 });
  await tx
    .insert(circleMembers)
    .values(pseudonymIds.map((pseudonymId) => ({ spaceId, pseudonymId, state: "in" as const, host: true })));
  return { spaceId, slug };
}

/** The name's slug, or the first of its numbered forms that is free. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const slug = slugOf(name);
  const forms = [slug, ...Array.from({ length: 50 }, (_, i) => `${slug}-${i + 2}`)];
  const taken = new Set(
    (await tx.select({ slug: spaces.slug }).from(spaces).where(inArray(spaces.slug, forms))).map((row) => row.slug),
  );
  return forms.find((form) => !taken.has(form)) ?? `${slug}-${newId()}`;
}
