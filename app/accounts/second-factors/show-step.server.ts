import type { Site } from "../../site/site";
import { liveStep } from "./live-step.server";
import type { ShownStep } from "./second-step";
import { type Place, requestOptions } from "./webauthn.server";

/** What the page of the second step shows for a ticket; null when there is nothing to ask for, as for `liveStep`. */
export async function showStep(site: Site, ticket: string, place: Place, now: Date): Promise<ShownStep | null> {
  const step = await liveStep(site.database.read, ticket, now);
  if (!step) return null;
  const { passkeys: known, codeApp } = step.factors;
  const passkey = known.length ? JSON.stringify(requestOptions(place, { challenge: step.challenge, known })) : null;
  return { ticket, codeApp, passkey };
}
