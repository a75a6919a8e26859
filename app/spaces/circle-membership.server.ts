import { and, eq, ne } from "drizzle-orm";
import { circleMembers, pseudonyms, spaces } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member, Viewer } from "../accounts/viewer";
import { notify } from "../notifications/notify.server";
import { type Outcome, refused } from "../platform/outcome";
import { nameKeyOf } from "../pseudonyms/name-key";
import { deafTo } from "../relations/relation-queries.server";
import { slowStrangers } from "../safety/pile-on/slow-strangers.server";
import { holdBack, shelteredFrom } from "../safety/shelter/hold-back.server";
import type { Site } from "../site/site";
import { inviteForm } from "./forms";
import { keepHosted } from "./leave-all-circles.server";
import { mayInvite } from "./permissions";
import { findSpace, membershipsOf } from "./space-queries.server";

/** A host invites a name into their circle. Inviting twice is inviting once; whoever blocked the host isn't told, and nor is the host. In shelter it waits among what is held. */
export async function inviteToCircle(
  site: Site,
  viewer: Viewer,
  input: { spaceId: number; name: string },
  now: Date,
): Promise<Outcome> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const { read } = site.database;
  const space = await findSpace(read, viewer, input.spaceId);
  if (!space) return refused("not-found");
  const memberships = await membershipsOf(read, viewer);
  const host = memberships.find((membership) => membership.spaceId === space.id && membership.host);
  if (!host || !mayInvite(viewer, space, memberships)) return refused("not-allowed");
  const parsed = inviteForm.safeParse(input);
  if (!parsed.success) return refused("invalid");
  const [invited] = await read
    .select({ id: pseudonyms.id })
    .from(pseudonyms)
    .where(and(eq(pseudonyms.nameKey, nameKeyOf(parsed.data.name)), eq(pseudonyms.state, "active")));
  if (!invited) return refused("not-found");
  const pace = await site.limits.take("invite-to-circle", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const at = { speaker: host.pseudonymId, pointed: [invited.id] };
  const slowed = await slowStrangers(site, viewer, at, now);
  if (!slowed.ok) return slowed;
  await site.database.transaction(async (tx) => {
    const added = await tx
      .insert(circleMembers)
      .values({ spaceId: space.id, pseudonymId: invited.id, state: "invited" })
      .onConflictDoNothing()
      .returning({ id: circleMembers.pseudonymId });
    const { of, calls } = await deafTo(tx, host.pseudonymId);
    if (!added.length || of.has(invited.id) || calls.has(invited.id)) return;
    const news = { pseudonymId: invited.id, kind: "circle-invitation", spaceId: space.id } as const;
    const sheltered = await shelteredFrom(tx, host.pseudonymId, [invited.id], now);
    await (sheltered.size ? holdBack(tx, [news], now) : notify(tx, [news], now));
  });
  return { ok: true };
}

/**
 * Accepts or declines an invitation for one of the names that were invited, and for no other: two that come in together
 * would be known to belong together.
 */
export async function answerInvitation(
  site: Site,
  viewer: Viewer,
  input: { spaceId: number; slot: number; accept: boolean },
  now: Date,
): Promise<Outcome> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const own = viewer.pseudonyms.find((name) => name.slot === input.slot);
  const invited = (await membershipsOf(site.database.read, viewer)).some(
    (one) => one.spaceId === input.spaceId && one.pseudonymId === own?.id && one.state === "invited",
  );
  if (!own || !invited || viewer.younger) return refused("not-found");
  const pace = await site.limits.take("relate", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const these = and(
    eq(circleMembers.spaceId, input.spaceId),
    eq(circleMembers.state, "invited"),
    eq(circleMembers.pseudonymId, own.id),
  );
  await site.database.transaction(async (tx) => {
    if (input.accept) await tx.update(circleMembers).set({ state: "in" }).where(these);
    else await tx.delete(circleMembers).where(these);
  });
  return { ok: true };
}

/** Leaves a circle under one of one's names: others stay, since names that go together would be known to belong together. */
export async function leaveCircle(
  site: Site,
  viewer: Viewer,
  input: { spaceId: number; slot: number },
  now: Date,
): Promise<Outcome> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const own = viewer.pseudonyms.find((name) => name.slot === input.slot);
  const inside = (await membershipsOf(site.database.read, viewer)).some(
    (one) => one.spaceId === input.spaceId && one.pseudonymId === own?.id,
  );
  if (!own || !inside) return refused("not-found");
  const pace = await site.limits.take("relate", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const here = eq(circleMembers.spaceId, input.spaceId);
  await site.database.transaction(async (tx) => {
    await tx.delete(circleMembers).where(and(here, eq(circleMembers.pseudonymId, own.id)));
    await keepHosted(tx, input.spaceId);
  });
  return { ok: true };
}

/** Who is in a circle and who is invited, by name: for those who are in it. */
export const peopleOfCircle = (read: Reader, spaceId: number) =>
  read
    .select({
      id: pseudonyms.id,
      name: pseudonyms.name,
      leaf: pseudonyms.leaf,
      state: circleMembers.state,
      host: circleMembers.host,
    })
    .from(circleMembers)
    .innerJoin(pseudonyms, eq(pseudonyms.id, circleMembers.pseudonymId))
    .where(and(eq(circleMembers.spaceId, spaceId), ne(pseudonyms.state, "burned")))
    .orderBy(pseudonyms.name);

/** A circle by the name in its address, and those of the viewer's names that it invites; null for whoever isn't invited. */
export async function circleThatInvites(read: Reader, viewer: Member, slug: string) {
  if (viewer.younger) return null;
  const [space] = await read
    .select()
    .from(spaces)
    .where(eq(spaces.slug, slug.slice(0, 100)));
  const memberships = await membershipsOf(read, viewer);
  const invited = memberships.filter((one) => one.spaceId === space?.id && one.state === "invited");
  const names = viewer.pseudonyms.filter((own) => invited.some((one) => one.pseudonymId === own.id));
  return space && names.length ? { space, names } : null;
}
