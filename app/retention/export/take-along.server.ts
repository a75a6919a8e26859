import type { Readable } from "node:stream";
import type { Member, Viewer } from "../../accounts/viewer";
import type { Language } from "../../i18n/i18n";
import { seal, unseal } from "../../platform/keys.server";
import { type Outcome, refused } from "../../platform/outcome";
import { MINUTE, plus } from "../../platform/time";
import type { Site } from "../../site/site";
import { mayTakeAlong } from "./permissions";
import { takerOf } from "./taker.server";
import { writeArchive } from "./write-archive.server";

/** How long a ticket is good: as long as a browser needs to follow it. */
const TICKET_GOOD_FOR = 2 * MINUTE;
/** Archives that are made at one time in this process; each reads a lot and lasts as long as its taker's line is slow. */
export const AT_ONCE = 2;
/** The longest that one may take: 20,000 posts over a slow Tor circuit need a third of it. */
const LONGEST = 20 * MINUTE;

const making = new WeakMap<Site, Set<number>>();
function makingOn(site: Site): Set<number> {
  const known = making.get(site) ?? new Set();
  making.set(site, known);
  return known;
}

const hasRoom = (site: Site, accountId: number) => {
  const now = makingOn(site);
  return now.size < AT_ONCE && !now.has(accountId);
};

/**
 * Asks for an archive of all names (`slot` null) or of one. Answers a ticket that this session can trade for it within two
 * minutes, so that no link from elsewhere makes a browser keep one. Refusals: `sign-in-first`, `not-found`, `overloaded`,
 * `limited`.
 */
export async function askForArchive(
  site: Site,
  viewer: Viewer,
  slot: number | null,
  now: Date,
): Promise<Outcome<{ ticket: string }>> {
  const allowed = mayTakeAlong(viewer, slot);
  if (!allowed.ok) return allowed;
  const { accountId, sessionId } = viewer as Member;
  if (!hasRoom(site, accountId)) return refused("overloaded");
  const pace = await site.limits.take("take-along", { account: accountId }, now);
  if (!pace.ok) return pace;
  const until = plus(now, TICKET_GOOD_FOR).getTime();
  return { ok: true, ticket: seal("archive-ticket", JSON.stringify([slot, until]), sessionId).toString("base64url") };
}

/** The slot that a ticket of this session names (null: all names); undefined for any other ticket, and for one too old. */
function slotOf(ticket: string, sessionId: string, now: Date): number | null | undefined {
  if (!/^[\w-]{40,400}$/.test(ticket)) return undefined;
  try {
    const plain = unseal("archive-ticket", Buffer.from(ticket, "base64url"), sessionId);
    const [slot, until] = JSON.parse(plain) as [number | null, number];
    return now.getTime() < until ? slot : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Trades a ticket for the archive itself, a stream that ends, fails or is destroyed; two at a time in this process, one
 * for an account. `gone` aborts when nobody waits for it any more. Refusals: `page-too-old` (no such ticket), `not-found`, `overloaded`.
 */
export function fetchArchive(
  site: Site,
  viewer: Member,
  { ticket, language, gone }: { ticket: string; language: Language; gone: AbortSignal },
  now: Date,
): Outcome<{ archive: Readable }> {
  const slot = slotOf(ticket, viewer.sessionId, now);
  if (slot === undefined) return refused("page-too-old");
  const allowed = mayTakeAlong(viewer, slot);
  if (!allowed.ok) return allowed;
  const { accountId } = viewer;
  if (!hasRoom(site, accountId)) return refused("overloaded");
  const archive = writeArchive(takerOf({ read: site.database.read, language, now }, viewer, slot));
  const made = makingOn(site).add(accountId);
  const cut = AbortSignal.any([gone, AbortSignal.timeout(LONGEST)]);
  const end = () => void archive.destroy();
  cut.addEventListener("abort", end);
  archive.once("close", () => {
    made.delete(accountId);
    cut.removeEventListener("abort", end);
  });
  if (cut.aborted) end();
  return { ok: true, archive };
}
