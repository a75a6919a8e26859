import type { Reader } from "#db/types";
import type { Case } from "../find-handler.server";
import { exchangeWithRespondent } from "./ask-side.server";
import { canDecideUnheard } from "./permissions";
import { isSpared } from "./talk-queries.server";

/** Whether a case can be decided as far as hearing the one it is about goes. `serious`: the outcome needs a second person. */
export async function respondentHeard(read: Reader, found: Case, serious: boolean) {
  const exchange = await exchangeWithRespondent(read, found);
  return canDecideUnheard(exchange, { serious, severity: found.severity, spared: await isSpared(read, found.id) });
}
