import { desc } from "drizzle-orm";
import { publicLog } from "#db/schema";
import type { Tx } from "#db/types";
import { randomToken, sha256 } from "../platform/keys.server";
import { DAY } from "../platform/time";
import type { Act } from "./acts";
import { detailsText, linkText, ROOT } from "./chain";

/** `details` must never name a person who was sanctioned or who reported. */
export type LogEntry = {
  act: Act;
  office: "moderator" | "organizer" | "steward" | "members" | "software";
  agreement?: string;
  agreementVersion?: number;
  details?: Record<string, string | number>;
};

/** Adds an act of power to the public log, inside the transaction of the act itself: no act without its entry. */
export async function appendToLog(tx: Tx, entry: LogEntry, now: Date): Promise<void> {
  const [last] = await tx
    .select({ position: publicLog.position, digest: publicLog.digest })
    .from(publicLog)
    .orderBy(desc(publicLog.position))
    .limit(1);
  const details = entry.details ?? {};
  const salt = randomToken(16);
  const linked = {
    position: (last?.position ?? 0) + 1,
    day: Math.floor(now.getTime() / DAY),
    act: entry.act,
    office: entry.office,
    agreement: entry.agreement ?? null,
    agreementVersion: entry.agreementVersion ?? null,
    detailsDigest: sha256(detailsText(salt, details)),
  };
  const digest = sha256(linkText(last?.digest ?? ROOT, linked));
  await tx.insert(publicLog).values({ ...linked, day: now, details, salt, digest });
}
