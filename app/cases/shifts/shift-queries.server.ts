import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { conductOptOuts, handlerWishes, offices } from "#db/schema";
import type { Reader } from "#db/types";
import { type Conduct, conducts, isConduct } from "../../agreements/conducts";
import { isAway, tooFewFor } from "./rules";

/** What a name that handles cases wishes: until when it rests, how it reads, what it would rather not decide. */
export async function wishesOf(read: Reader, pseudonymId: number, now: Date) {
  const [wishes] = await read.select().from(handlerWishes).where(eq(handlerWishes.pseudonymId, pseudonymId));
  const out = await read
    .select({ conduct: conductOptOuts.conduct })
    .from(conductOptOuts)
    .where(eq(conductOptOuts.pseudonymId, pseudonymId));
  const backOn = wishes?.backOn ?? null;
  return {
    backOn: isAway(backOn, now) ? backOn : null,
    plainText: wishes?.plainText ?? false,
    conducts: out.map((one) => one.conduct).filter(isConduct),
  };
}

/** The urgent conduct that fewer than two others of the same office take at present: no names, no numbers. */
export async function fewTake(read: Reader, pseudonymId: number, now: Date): Promise<Conduct[]> {
  const inOffice = await read
    .select({ office: offices.office, id: offices.pseudonymId })
    .from(offices)
    .where(and(inArray(offices.office, ["moderator", "steward"]), or(isNull(offices.until), gt(offices.until, now))));
  const office = inOffice.some((one) => one.office === "moderator") ? "moderator" : "steward";
  const others = inOffice.filter((one) => one.office === office && one.id !== pseudonymId).map((one) => one.id);
  const resting = await read
    .select({ id: handlerWishes.pseudonymId })
    .from(handlerWishes)
    .where(and(inArray(handlerWishes.pseudonymId, others), gt(handlerWishes.backOn, now)));
  const away = new Set(resting.map((one) => one.id));
  const here = others.filter((id) => !away.has(id));
  const out = await read.select().from(conductOptOuts).where(inArray(conductOptOuts.pseudonymId, here));
  return tooFewFor(conducts, (conduct) => here.length - out.filter((one) => one.conduct === conduct).length);
}
