import { type Linked, linkText, ROOT } from "./chain";

/** An entry as it's published: what was redacted has neither salt nor details. */
export type Published = Linked & { salt: string | null; details: Record<string, string | number>; digest: string };

export type Verdict =
  | { ok: true; entries: number; head: string }
  | { ok: false; position: number; fault: "missing" | "altered" | "details" | "head" };

/**
 * Checks a whole log, oldest first. `hash` is SHA-256 as hex; `head` is a digest kept from an earlier day: a log from
 * which it's gone was cut off or rewritten.
 */
export function verifyLog(
  entries: Published[],
  {
    hash,
    detailsText,
    head,
  }: { hash(text: string): string; detailsText(salt: string, details: Published["details"]): string; head?: string },
): Verdict {
  let previous = ROOT;
  let headSeen = head === undefined || head === ROOT;
  for (const [i, entry] of entries.entries()) {
    const position = i + 1;
    if (entry.position !== position) return { ok: false, position, fault: "missing" };
    if (entry.salt !== null && hash(detailsText(entry.salt, entry.details)) !== entry.detailsDigest) {
      return { ok: false, position, fault: "details" };
    }
    if (hash(linkText(previous, entry)) !== entry.digest) return { ok: false, position, fault: "altered" };
    previous = entry.digest;
    headSeen ||= previous === head;
  }
  if (!headSeen) return { ok: false, position: entries.length, fault: "head" };
  return { ok: true, entries: entries.length, head: previous };
}
