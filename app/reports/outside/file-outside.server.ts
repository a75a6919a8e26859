import { eq } from "drizzle-orm";
import { outsideReports } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { spendOnce } from "../../accounts/spend-once.server";
import type { Conduct } from "../../agreements/conducts";
import { openPass, type Pass } from "../../joining/open-door.server";
import { SHARED } from "../../platform/http/network.server";
import { newId } from "../../platform/ids";
import { type Outcome, refused } from "../../platform/outcome";
import { floorToHour } from "../../platform/time";
import type { Site } from "../../site/site";
import { findNamed } from "./find-named.server";
import { receiptCodeOf, receiptHash } from "./receipt-code.server";
import { answerBy } from "./rules";
import { sealTold, type Told } from "./sealed-words.server";

export type Outside = Told & { conduct: Conduct };
export type OutsideReport = typeof outsideReports.$inferSelect;

/** Who hears of what comes from outside. Handed in, because cases stand on reports and not the other way round. */
export type OutsideIntake = { filed(site: Site, tx: Tx, filed: OutsideReport, now: Date): Promise<void> };

/** `by`: until when it is answered; null where it was answered already. */
type Filed = Outcome<{ code: string; by: Date | null }>;

/**
 * Keeps what somebody who isn't a member reports, against the way in for which they worked or waited. Hides nothing and
 * weighs nothing. The same form sent again answers with the same receipt. Refusals: `page-too-old`, `way-in-used`, `limited`.
 */
export async function fileOutside(
  site: Site,
  { way, network, told }: { way: string; network: string; told: Outside },
  intake: OutsideIntake,
  now: Date,
): Promise<Filed> {
  const pass = openPass(way, "outside");
  if (!pass) return refused("page-too-old");
  const code = receiptCodeOf(pass.value, told);
  const before = await findFiled(site.database.read, code);
  if (before) return before;
  if (pass.until <= now.getTime()) return refused("page-too-old");
  const pace = await paceOf(site, network, now);
  return pace.ok ? keep(site, { code, told, pass }, intake, now) : pace;
}

/** The same for taking something down: it costs neither work nor waiting. Refuses `limited`. */
export async function fileTakedown(
  site: Site,
  { once, network, told }: { once: string; network: string; told: Outside },
  intake: OutsideIntake,
  now: Date,
): Promise<Filed> {
  const code = receiptCodeOf(once, told);
  const before = await findFiled(site.database.read, code);
  if (before) return before;
  const pace = await site.limits.take(isShared(network) ? "take-down-together" : "take-down", { network }, now);
  return pace.ok ? keep(site, { code, told, pass: null }, intake, now) : pace;
}

const isShared = (network: string) => network.startsWith(SHARED);

/** Behind a shared line stand many: it is slowed, and never shut. */
async function paceOf(site: Site, network: string, now: Date) {
  if (isShared(network)) return site.limits.take("report-outside-together", { network }, now);
  return site.limits.take("report-outside", { network, community: "all" }, now);
}

async function findFiled(read: Reader, code: string) {
  const [filed] = await read
    .select({ by: outsideReports.decideBy })
    .from(outsideReports)
    .where(eq(outsideReports.codeHash, receiptHash(code)));
  return filed && { ok: true as const, code, by: filed.by };
}

const keep = (
  site: Site,
  { code, told, pass }: { code: string; told: Outside; pass: Pass | null },
  intake: OutsideIntake,
  now: Date,
): Promise<Filed> =>
  site.database.transaction(async (tx) => {
    // Two presses at one moment meet here, where writers take turns.
    const before = await findFiled(tx, code);
    if (before) return before;
    if (pass && !(await spendOnce(tx, pass.once, pass.value, pass.until - now.getTime(), now)))
      return refused("way-in-used");
    const id = newId();
    const { written, ...named } = (await findNamed(tx, told.place)) ?? { written: null };
    const [filed] = await tx
      .insert(outsideReports)
      .values({
        id,
        codeHash: receiptHash(code),
        conduct: told.conduct,
        ...named,
        conductHour: written ?? floorToHour(now),
        sealed: sealTold(id, told),
        state: "open",
        filed: now,
        decideBy: answerBy(told.conduct, now),
      })
      .returning();
    await intake.filed(site, tx, filed!, now);
    return { ok: true, code, by: filed!.decideBy };
  });
