import { endOffice } from "../accounts/end-office.server";
import { giveOffice } from "../offices/give-office.server";
import { DAY, MINUTE, plus } from "../platform/time";
import type { Site } from "../site/site";
import { type DemoMembers, demoViewer, done } from "./demo-members.server";
import { type DemoPerson, demoPeople } from "./people";

/**
 * Gives the demo's two moderators and its organizer their offices, as a steward does while a community is small; then the
 * steward lays their own moderating down, so that every case is dealt to both.
 */
export async function giveDemoOffices(site: Site, members: DemoMembers, since: Date): Promise<void> {
  for (const [i, { key, office }] of (demoPeople as readonly (DemoPerson & { key: keyof DemoMembers })[]).entries()) {
    if (!office || office === "steward") continue;
    const now = plus(since, i * MINUTE);
    const steward = await demoViewer(site, members.steward, now);
    const [holder] = (await demoViewer(site, members[key], now)).pseudonyms;
    done("office", await giveOffice(site, steward, { pseudonymId: holder!.id, office }, now));
  }
  const now = plus(since, DAY);
  const steward = await demoViewer(site, members.steward, now);
  const own = steward.pseudonyms[0]!.id;
  done("end of an office", await endOffice(site, steward, { pseudonymId: own, office: "moderator" }, now));
}
