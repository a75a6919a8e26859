import { readdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { circleMembers, sessions } from "#db/schema";
import { drawOwnKey } from "~/accounts/own-key/wraps.server";
import { writeSetting } from "~/agreements/settings-queries.server";
import { callPileOn } from "~/cases/pile-ons/call-pile-on.server";
import { createInvitation } from "~/joining/create-invitation.server";
import { keepEntry } from "~/journal/keep-entry.server";
import { toLink } from "~/platform/ids";
import { DAY, plus } from "~/platform/time";
import { cleanImage } from "~/safety/images/clean-image";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { pngOf } from "../support/images";
import { takedown, wayIn } from "../support/outside";
import { answer, ask, askAbout, decide, report, see } from "../support/reporting";
import { startServer } from "../support/server";
import { beSheltered } from "../support/shelter";
import { openWorld } from "../support/world";
import { aMatch } from "./a-match";
import { aRoom } from "./a-room";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LONG = `${"Unbreakable".repeat(12)}\n\n> a line\n\n1. one\n2. two\n\n\`${"code".repeat(40)}\`\n\n${"A line of forty.\n".repeat(40)}`;

/** A community in which every page has something to show. */
async function scene() {
  const world = await openWorld({ start: plus(new Date(), -3 * DAY) });
  const moderator = await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 });
  await world.member("Fern", { offices: ["moderator"], branch: 91, weeksHere: 91 });
  const steward = await world.member("Oak", {
    offices: ["steward"],
    branch: 80,
    weeksHere: 99,
    standing: "established",
  });
  const organizer = await world.member("Alder", { offices: ["organizer"], branch: 5, standing: "established" });
  const survivor = await world.member("Wren", { standing: "established", branch: 1, alsoAs: ["Grey Heron"] });
  const harasser = await world.member("Thorn", { branch: 3, alsoAs: ["Bramble"] });
  const space = await world.space("open", { name: "Commons" });
  const circle = await world.space("circle", { name: "A circle", members: [survivor] });
  await world.site.database.transaction((tx) =>
    tx
      .insert(circleMembers)
      .values({ spaceId: circle.id, pseudonymId: organizer.pseudonymId, state: "invited", host: false }),
  );
  const topic = await world.topic(survivor, space, { title: "Where the light falls", body: LONG, storyLabel: "open" });
  const sharp = await world.post(harasser, topic, { body: "Pimp lobby!", to: 1 });
  const { caseId: decided, reportId } = await report(world, survivor, sharp.id);
  await ask(world, moderator, decided, "Since when do they write this?");
  await answer(world, survivor, reportId, "Since the spring.");
  await decide(world, moderator, decided);
  const again = await world.post(organizer, topic, { body: "What now?" });
  const { caseId } = await report(world, survivor, again.id, { conduct: "other" });
  await askAbout(world, moderator, caseId);
  await see(world, moderator, caseId);
  const worse = await world.post(organizer, topic, { body: "What nobody should see" });
  const aside = await report(world, survivor, worse.id, { conduct: "child-material" });
  const called = await callPileOn(world.site, await world.viewer(survivor), { slot: 1 }, world.now);
  if (!called.ok) throw new Error(called.reason);

  // The server's clock is the real one.
  world.later(Date.now() - world.now.getTime());
  const entry = await anEntry(world, survivor);
  const { match } = await aMatch(world, survivor, OWN_KEY, LONG.slice(0, 2_000));
  await world.site.database.transaction((tx) => writeSetting(tx, "joining", "open"));
  await world.site.database.transaction((tx) => tx.update(sessions).set({ expires: plus(world.now, DAY) }));
  await beSheltered(world, survivor, organizer, sharp.id);
  const gathering = await aRoom(world, organizer, survivor, space.id);
  const invitation = await createInvitation(world.site, await world.viewer(steward), {}, world.now);
  if (!invitation.ok) throw new Error(invitation.reason);
  const outside = await takedown(world, { place: `/t/${topic.link}/${sharp.position}`, words: LONG });
  const server = await startServer({ world });
  onTestFinished(() => void server.stop());
  const links = {
    topic: `/t/${topic.link}`,
    name: `/p/${toLink(harasser.pseudonymId)}`,
    space: `/s/${space.slug}`,
    circle: `/s/${circle.slug}`,
    several: `/report/several?name=${toLink(harasser.pseudonymId)}`,
    reads: `/shelter/for/${toLink(survivor.pseudonymId)}`,
    pileOn: `/pile-ons/${toLink(called.caseId)}`,
    report: `/report?post=${again.link}`,
    followed: `/reports/${toLink(reportId)}`,
    decision: `/decisions/${toLink(decided)}`,
    aside: `/steward/quarantine/${toLink(aside.caseId)}`,
    statement: `/statements/${toLink(caseId)}`,
    way: `/report/outside/${wayIn(world)}`,
    outside: `/moderation/outside/${toLink(outside.id)}`,
    case: `/moderation/cases/${toLink(caseId)}`,
    gathering: `/gatherings/${toLink(gathering)}`,
    invitation: `/join/${invitation.code}`,
    entry: `/me/journal/${toLink(entry)}`,
    match: `/me/journal/match/${toLink(match)}`,
  };
  return { server, links, people: { guest: undefined, survivor, moderator, organizer, steward, harasser } };
}

type World = Awaited<ReturnType<typeof openWorld>>;
type Person = Awaited<ReturnType<World["member"]>>;
type Links = Awaited<ReturnType<typeof scene>>["links"];

const OWN_KEY = drawOwnKey();

/** An entry with an image and a link, in somebody's journal. */
async function anEntry(world: World, of: Person) {
  const image = cleanImage(pngOf({ side: 600 }));
  if (typeof image === "string") throw new Error(image);
  const place = `https://elsewhere.example/${"a-long-address-".repeat(8)}`;
  const input = { day: "2026-05-04", place, who: "A local chapter", words: LONG, dropImage: false, image };
  const kept = await keepEntry(world.site, { viewer: await world.viewer(of), key: OWN_KEY }, input, world.now);
  if (!kept.ok) throw new Error(kept.reason);
  return kept.entryId;
}

/** Who visits what: each route's file, and where it's found. */
const VISITS: Record<string, Record<string, (links: Links) => string>> = {
  guest: {
    _index: () => "/",
    "sign-in": () => "/sign-in",
    recover: () => "/recover",
    "join._index": () => "/join",
    "join.$code": (at) => at.invitation,
    agreements: () => "/agreements",
    "log._index": () => "/log",
    privacy: () => "/privacy",
    goodbye: () => "/goodbye",
    "what-we-could-hand-over": () => "/what-we-could-hand-over",
    "leave_.help": () => "/leave/help",
    "handbook._index": () => "/handbook",
    "handbook.$page": () => "/handbook/coming-in",
    helplines: () => "/helplines",
    "report_.outside._index": () => "/report/outside",
    "report_.outside.$way": (at) => at.way,
    "report_.outside.receipt": () => "/report/outside/receipt",
    takedown: () => "/takedown",
    transparency: () => "/transparency",
    preferences: () => "/preferences",
    "s.$space._index": (at) => at.space,
    "t.$topic._index": (at) => at.topic,
    "p.$name": (at) => at.name,
    search: () => "/search?words=light",
    "gatherings._index": () => "/gatherings",
    "gatherings.$gathering": (at) => at.gathering,
  },
  survivor: {
    _index: () => "/",
    "s.$space.new": (at) => `${at.space}/new`,
    "s.$space.people": (at) => `${at.circle}/people`,
    "s.$space._index": (at) => at.circle,
    "t.$topic._index": (at) => at.topic,
    "t.$topic.calm": (at) => `${at.topic}/calm`,
    "t.$topic.reply": (at) => `${at.topic}/reply?to=2&quote=on`,
    "t.$topic.$position._index": (at) => `${at.topic}/2`,
    "t.$topic.$position.edit": (at) => `${at.topic}/1/edit`,
    "t.$topic.$position.remove": (at) => `${at.topic}/1/remove`,
    "p.$name": (at) => at.name,
    search: () => "/search?words=nothinglikethis",
    notifications: () => "/notifications",
    "me._index": () => "/me",
    "me.names": () => "/me/names",
    "me.burn": () => "/me/burn",
    "me.security": () => "/me/security",
    "me.secret": () => "/me/secret",
    "me.recovery-code": () => "/me/recovery-code",
    "me.sessions": () => "/me/sessions",
    "me.factors._index": () => "/me/factors",
    "me.factors.app": () => "/me/factors/app",
    "me.factors.passkey": () => "/me/factors/passkey",
    "me.blocks": () => "/me/blocks",
    "me.shelter._index": () => "/me/shelter",
    "me.shelter.held": () => "/me/shelter/held",
    "me.drafts": () => "/me/drafts",
    "me.export": () => "/me/export",
    "me.journal._index": () => "/me/journal",
    "me.journal.new": () => "/me/journal/new",
    "me.journal.$entry._index": (at) => at.entry,
    "me.journal.$entry.change": (at) => `${at.entry}/change`,
    "me.journal.match._index": () => "/me/journal/match",
    "me.journal.match.$match": (at) => at.match,
    "me.leave-for-good": () => "/me/leave-for-good",
    "me.invitations": () => "/me/invitations",
    report: (at) => at.report,
    "report_.several": (at) => at.several,
    "report_.elsewhere": () => "/report/elsewhere",
    "pile-on": () => "/pile-on",
    "pile-ons.$case": (at) => at.pileOn,
    "reports._index": () => "/reports",
    "reports.$report": (at) => at.followed,
    "gatherings.$gathering": (at) => at.gathering,
  },
  harasser: { "decisions.$case": (at) => at.decision, notifications: () => "/notifications" },
  moderator: {
    "moderation._index": () => "/moderation",
    "moderation.templates": () => "/moderation/templates",
    "moderation.cases.$case": (at) => at.case,
    "moderation.me": () => "/moderation/me",
    "moderation.outside._index": () => "/moderation/outside",
    "moderation.outside.$outside": (at) => at.outside,
    "moderation.handover": () => "/moderation/handover",
    "moderation.room": () => "/moderation/room",
    "moderation.shield": () => "/moderation/shield",
    "moderation.rota": () => "/moderation/rota",
    "me.confirm": () => "/me/confirm",
  },
  organizer: {
    "gatherings.new": () => "/gatherings/new",
    "gatherings.$gathering": (at) => at.gathering,
    "statements.$case": (at) => at.statement,
    "shelter.for.$name": (at) => at.reads,
    "s.$space.invitation": (at) => `${at.circle}/invitation`,
  },
  steward: {
    steward: () => "/steward",
    "steward_.helplines": () => "/steward/helplines?line=es-016",
    "steward_.quarantine._index": () => "/steward/quarantine",
    "steward_.quarantine.$case": (at) => at.aside,
    "steward_.holds": () => "/steward/holds",
    "steward_.readings": () => "/steward/readings",
    "steward_.transparency": () => "/steward/transparency",
    transparency: () => "/transparency",
    "spaces.new": () => "/spaces/new",
    "s.$space.change": (at) => `${at.space}/change`,
    "log._index": () => "/log",
  },
};

/** Pages that answer only to a mistake, to a press, or to a press that was refused, and the one for whoever designs. */
const ELSEWHERE = [
  "join.wait",
  "report_.outside.wait",
  "$",
  "refused.$status",
  "styleguide",
  "follow",
  "turn-away",
  "me.journal.shut",
];

test("every page of the app is visited here", () => {
  const pages = readdirSync("app/routes")
    .filter((file) => file.endsWith(".tsx") && /^export default/m.test(readFileSync(`app/routes/${file}`, "utf8")))
    .map((file) => file.replace(".tsx", ""));
  const visited = new Set([...ELSEWHERE, ...Object.values(VISITS).flatMap((visits) => Object.keys(visits))]);
  expect(pages.filter((page) => !visited.has(page))).toEqual([]);
});

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function visitAs(who: string, scripts: boolean, check: (page: Page) => Promise<void>) {
  const { server, links, people } = await scene();
  const as = people[who as keyof typeof people];
  const proved = who === "survivor";
  const ownKey = proved ? OWN_KEY : null;
  const page = await openPage(browser, server, { as, proved, ownKey, scripts, viewport: { width: 360, height: 740 } });
  for (const find of Object.values(VISITS[who]!)) {
    const answer = await page.goto(find(links));
    expect(answer?.status(), `${who} at ${find(links)}`).toBe(200);
    await check(page);
  }
}
const visitors = Object.keys(VISITS);

const at = (page: Page) => new URL(page.url()).pathname;

test.each(visitors)(
  "every page for the %s is accessible, by day and by dusk, and fits a phone",
  { timeout: 240_000 },
  async (who) => {
    await visitAs(who, true, async (page) => {
      expect(await wider(page), `${at(page)} is too wide`).toBeLessThanOrEqual(0);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page);
      }
    });
  },
);

test.each(visitors)(
  "every page for the %s says what it is and lets go first, without scripts",
  { timeout: 120_000 },
  async (who) => {
    await visitAs(who, false, async (page) => {
      expect(await page.locator("h1").count(), at(page)).toBe(1);
      expect(await page.title(), at(page)).toBe("Understory");
      const first = page.locator("a[href], button, input:not([type=hidden]), summary, select, textarea").first();
      expect(await first.getAttribute("href"), at(page)).toBe("/leave");
    });
  },
);
