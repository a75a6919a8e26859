import { eq } from "drizzle-orm";
import { spaces } from "#db/schema";
import type { Viewer } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { type ChangeSpaceInput, changeSpaceForm } from "./forms";
import { mayKeepSpaces } from "./permissions";
import { findSpace } from "./space-queries.server";

/** Changes a space's name, purpose, language, place in the list, and whether search engines may read it. Never its kind or address. */
export async function changeSpace(
  site: Site,
  viewer: Viewer,
  input: ChangeSpaceInput & { spaceId: number },
  now: Date,
): Promise<Outcome<{ slug: string }>> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (!mayKeepSpaces(viewer)) return refused("not-allowed");
  // A steward has no key to a circle that they aren't in.
  const space = await findSpace(site.database.read, viewer, input.spaceId);
  if (!space) return refused("not-found");
  const parsed = changeSpaceForm.safeParse(input);
  if (!parsed.success) return refused("invalid");
  const pace = await site.limits.take("run-community", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const { kind, slug } = space;
  const indexable = kind === "open" && parsed.data.indexable;
  await site.database.transaction(async (tx) => {
    await tx
      .update(spaces)
      .set({ ...parsed.data, indexable })
      .where(eq(spaces.id, space.id));
    const details: Record<string, string> =
      kind === "circle" ? { kind } : { kind, name: parsed.data.name, before: space.name, indexable: String(indexable) };
    await appendToLog(tx, { act: "space-changed", office: "steward", details }, now);
  });
  return { ok: true, slug };
}
