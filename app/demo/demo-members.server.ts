import type { Member } from "../accounts/viewer";
import { createInvitation } from "../joining/create-invitation.server";
import { foundingLink } from "../joining/found-community.server";
import { join } from "../joining/join.server";
import { offerAccount } from "../joining/offer-account.server";
import type { Outcome } from "../platform/outcome";
import { HOUR, plus } from "../platform/time";
import { memberOf } from "../pseudonyms/find-viewer.server";
import type { Site } from "../site/site";
import { type DemoKey, demoPeople } from "./people";

export type DemoMember = { accountId: number; name: string; words: string[] };
export type DemoMembers = Record<DemoKey, DemoMember>;

/** What a command answered, or an error that names it: the demo's people break no rule. */
export function done<T>(what: string, outcome: Outcome<T>): { ok: true } & T {
  if (!outcome.ok) throw new Error(`the demo's ${what} was refused: ${outcome.reason}`);
  return outcome;
}

/** Somebody of the demo as the commands see them at a moment. */
export async function demoViewer(site: Site, { accountId }: DemoMember, now: Date): Promise<Member> {
  const viewer = await memberOf(site.database.read, accountId, "", now);
  if (!viewer) throw new Error("somebody of the demo has no account");
  return viewer;
}

/** Founds the community and brings its people in, an hour apart, each through an invitation of the first steward's. */
export async function joinDemoMembers(site: Site, since: Date): Promise<DemoMembers> {
  const members: Partial<DemoMembers> = {};
  for (const [i, person] of demoPeople.entries()) {
    const now = plus(since, i * HOUR);
    const code = i === 0 ? await foundingCode(site, now) : await invitedCode(site, members.steward!, now);
    const communityName = i === 0 ? "Understory" : undefined;
    const asked = { code, name: person.name, age: "older" as const, communityName, language: person.language };
    const { offer, sealed } = done("offer", await offerAccount(site, asked, now));
    const answer = { code, sealed, word: offer.words[2]!, ownDevice: false, network: `the demo's ${person.key}` };
    const { accountId } = done("joining", await join(site, answer, now));
    members[person.key] = { accountId, name: person.name, words: offer.words };
  }
  return members as DemoMembers;
}

async function foundingCode(site: Site, now: Date): Promise<string> {
  const link = await foundingLink(site, now);
  if (!link) throw new Error("the demo needs an empty community");
  return link.slice("/join/".length);
}

async function invitedCode(site: Site, steward: DemoMember, now: Date): Promise<string> {
  const viewer = await demoViewer(site, steward, now);
  return done("invitation", await createInvitation(site, viewer, {}, now)).code;
}
