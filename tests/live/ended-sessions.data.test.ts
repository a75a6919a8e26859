import { expect, test } from "vitest";
import { beginRecovery, finishRecovery } from "~/accounts/recover.server";
import { takePassphrase } from "~/accounts/take-passphrase.server";
import { putScaleAway } from "~/accounts/weigh-passphrase.server";
import { giveOffice } from "~/offices/give-office.server";
import * as leave from "~/routes/leave";
import * as confirm from "~/routes/me.confirm";
import * as sessionsPage from "~/routes/me.sessions";
import * as signOut from "~/routes/sign-out";
import { call } from "../support/call";
import { giveCodename } from "../support/codename";
import { gone, liveHall, next } from "./hall";

type Hall = Awaited<ReturnType<typeof liveHall>>;
type Codename = Awaited<ReturnType<typeof giveCodename>>;

const WAYS: [string, (hall: Hall, codename: Codename) => Promise<unknown>][] = [
  ["signing out in another tab", ({ world, iris }) => call(world, signOut.action, { as: iris, form: {} })],
  [
    "Leave now",
    ({ world, iris }) => call(world, leave.loader, { as: iris, headers: { "sec-fetch-site": "same-origin" } }),
  ],
  [
    "ending it in the list",
    ({ world, iris }) => call(world, sessionsPage.action, { as: iris, form: { which: iris.sessionId } }),
  ],
  ["ending all of them", ({ world, iris }) => call(world, sessionsPage.action, { as: iris, form: { which: "all" } })],
  [
    "typing the secret once more, which makes a fresh one",
    ({ world, iris }, { secret }) => call(world, confirm.action, { as: iris, form: { secret } }),
  ],
  [
    "recovering the account",
    async ({ site, now }, { recovery }) => {
      const begun = await beginRecovery(site, { code: recovery, network: "elsewhere" }, now);
      if (!begun.ok) throw new Error(begun.reason);
      const { sealed, offer } = begun;
      await finishRecovery(site, { sealed, word: offer.words[2]!, ownDevice: false, network: "elsewhere" }, now);
    },
  ],
  [
    "another secret",
    async ({ site, world, iris, now }) => {
      const passphrase = "nine quiet herons beyond the sluice";
      await takePassphrase(site, await world.viewer(iris), { passphrase, again: passphrase, siteWords: [] }, now);
      await putScaleAway();
    },
  ],
  [
    "being given an office",
    async ({ site, world, iris, now }) => {
      const steward = await world.member("Oak", { offices: ["steward"] });
      await giveOffice(site, await world.viewer(steward), { pseudonymId: iris.pseudonymId, office: "organizer" }, now);
    },
  ],
];

test.each(WAYS)("%s hangs up on the session's open pages at once, and on nobody else's", async (_what, end) => {
  const hall = await liveHall();
  const codename = await giveCodename(hall.world, hall.iris);
  const [iris, wren] = [await hall.watch(hall.iris), await hall.watch(hall.wren)];
  const [told, ended] = [next(iris.client, "session-ended"), gone(iris.client)];
  await end(hall, codename);
  await told;
  expect(await ended).toBe("io server disconnect");
  expect(wren.client.connected).toBe(true);
});
