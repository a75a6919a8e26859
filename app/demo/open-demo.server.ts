import { intoCase } from "../cases/into-case.server";
import { planGathering } from "../gatherings/plan-gathering.server";
import { DAY, HOUR, plus } from "../platform/time";
import { raiseStandings } from "../pseudonyms/raise-standings.server";
import { fileReport } from "../reports/file-report.server";
import { findPostItem } from "../reports/find-item.server";
import type { Site } from "../site/site";
import { holdDemoDiscussions, spaceId } from "./demo-discussions.server";
import { type DemoMembers, demoViewer, done, joinDemoMembers } from "./demo-members.server";
import { giveDemoOffices } from "./demo-offices.server";
import { demoGathering, demoReport } from "./discussions";
import { type DemoPerson, demoPeople } from "./people";

/** How long ago the demo's people came: long enough to be established. */
const SINCE = 60 * DAY;

/** The codenames to print, by what their owners come for. Nothing of the software remembers them. */
export type DemoCodename = { role: NonNullable<DemoPerson["tell"]>; name: string; words: string[] };

/**
 * Fills an empty community with people, discussions, an open case and a coming gathering, all made through the commands
 * that people use, at the times at which they'd have used them.
 */
export async function openDemo(site: Site, now: Date): Promise<DemoCodename[]> {
  const members = await joinDemoMembers(site, plus(now, -SINCE));
  await raiseStandings(site, now);
  await giveDemoOffices(site, members, plus(now, -SINCE + DAY));
  const posts = await holdDemoDiscussions(site, members, now);
  await reportInDemo(site, members, posts, now);
  await planInDemo(site, members, now);
  return demoPeople.flatMap((person: DemoPerson) =>
    person.tell
      ? [{ role: person.tell, name: person.name, words: members[person.key as keyof DemoMembers].words }]
      : [],
  );
}

async function reportInDemo(site: Site, members: DemoMembers, posts: Map<string, number>, now: Date) {
  const at = plus(now, -demoReport.hoursAgo * HOUR);
  const viewer = await demoViewer(site, members[demoReport.by], at);
  const [, postId] = [...posts].find(([text]) => text.startsWith(demoReport.post))!;
  const item = await findPostItem(site.database.read, viewer, postId);
  if (!item) throw new Error("the demo's report has nothing to be about");
  done("report", await fileReport(site, viewer, { ...demoReport.input, relief: [] }, item, intoCase, at));
}

async function planInDemo(site: Site, members: DemoMembers, now: Date) {
  const viewer = await demoViewer(site, members.organizer, now);
  const evening = new Date(plus(now, 2 * DAY));
  evening.setUTCHours(18, 0, 0, 0);
  const plan = {
    ...demoGathering,
    spaceId: await spaceId(site, "commons"),
    pseudonymId: viewer.pseudonyms[0]!.id,
    starts: evening,
    turnSeconds: 180,
    sideChannel: true,
    keepMessages: false,
    coHosts: [members.moderator.name],
  };
  done("gathering", await planGathering(site, viewer, plan, now));
}
