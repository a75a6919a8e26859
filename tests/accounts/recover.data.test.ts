import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, sessions } from "#db/schema";
import { beginRecovery, finishRecovery } from "~/accounts/recover.server";
import { inGroups } from "~/accounts/recovery-code.server";
import { signIn } from "~/accounts/sign-in.server";
import { HOUR } from "~/platform/time";
import * as recover from "~/routes/recover";
import { call } from "../support/call";
import { giveCodename } from "../support/codename";
import { openWorld } from "../support/world";

let networks = 0;

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const codename = await giveCodename(world, alder);
  const begin = (code: string) => beginRecovery(world.site, { code, network: `n${networks++}` }, world.now);
  const begun = async () => {
    const answer = await begin(codename.recovery);
    if (!answer.ok) throw new Error(answer.reason);
    return answer;
  };
  const finish = ({ offer, sealed }: Awaited<ReturnType<typeof begun>>, word = offer.words[2]!) =>
    finishRecovery(world.site, { sealed, word, ownDevice: false, network: `n${networks++}` }, world.now);
  const opens = async (words: string[]) =>
    (
      await signIn(
        world.site,
        { name: words.join(" "), secret: "", ownDevice: false, network: `n${networks++}` },
        world.now,
      )
    ).ok;
  return { world, alder, codename, begin, begun, finish, opens };
}

test("a recovery code gives new words, spends itself and ends every session", async () => {
  const { world, alder, codename, begin, begun, finish, opens } = await community();
  const page = await begun();
  expect(await opens(codename.words)).toBe(true);
  expect(await finish(page)).toMatchObject({ ok: true });
  const left = await world.read.select().from(sessions).where(eq(sessions.accountId, alder.accountId));
  expect(left).toHaveLength(1);
  expect(left[0]!.id).not.toBe(alder.sessionId);
  expect(world.heard).toContainEqual({ kind: "session-ended", sessionId: alder.sessionId });
  expect(await opens(codename.words)).toBe(false);
  expect(await opens(page.offer.words)).toBe(true);
  expect(await begin(codename.recovery)).toMatchObject({ reason: "wrong-recovery-code" });
  expect(await begin(inGroups(page.offer.recovery).toLowerCase())).toMatchObject({ ok: true });
});

test("of two who race with one code, one gets in and the other's words open nothing", async () => {
  const { begun, finish, opens } = await community();
  const [one, two] = [await begun(), await begun()];
  const answers = await Promise.all([finish(one), finish(two)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "wrong-recovery-code" });
  const [won, lost] = answers[0].ok ? [one, two] : [two, one];
  expect(await opens(won.offer.words)).toBe(true);
  expect(await opens(lost.offer.words)).toBe(false);
});

test("a wrong word changes nothing and shows the same words again", async () => {
  const { codename, begun, finish, opens } = await community();
  const page = await begun();
  expect(await finish(page, "zoom")).toMatchObject({ reason: "wrong-word", offer: { words: page.offer.words } });
  expect(await opens(codename.words)).toBe(true);
});

test("the page is good for an hour, and only as it was given", async () => {
  const { world, begun, finish } = await community();
  const page = await begun();
  expect(await finish({ ...page, sealed: page.sealed.replace(/.$/, "") })).toMatchObject({ reason: "page-too-old" });
  expect(await finish({ ...page, sealed: "x" })).toMatchObject({ reason: "page-too-old" });
  world.later(HOUR);
  expect(await finish(page)).toMatchObject({ reason: "page-too-old" });
});

test.each(["", "short", "0".repeat(24), "U".repeat(24), "x".repeat(100_000), "\u0000"])(
  "the code %j recovers nothing, and looks like any other wrong one",
  async (code) => {
    const { begin } = await community();
    expect(await begin(code)).toEqual({ ok: false, reason: "wrong-recovery-code" });
  },
);

test("tries slow down by what is typed, and the page gives the code back with 429", async () => {
  const { world } = await community();
  const send = () => call(world, recover.action, { form: { code: "0".repeat(24) }, network: `n${networks++}` });
  for (let i = 0; i < 5; i++) expect((await send()).status).toBe(401);
  const late = await send();
  expect(late.status).toBe(429);
  expect(late.headers.get("retry-after")).toBe("1");
  expect(late.data).toMatchObject({ code: "0".repeat(24) });
});

test("nothing that was typed is stored", async () => {
  const { world, alder, codename, begun, finish } = await community();
  const page = await begun();
  await finish(page);
  const [row] = await world.read.select().from(accounts).where(eq(accounts.id, alder.accountId));
  // "very" stands in the name of a column, and in a hash every short word does some day.
  const kept = JSON.stringify(Object.values(row!));
  for (const secret of [codename.recovery, page.offer.recovery, ...page.offer.words])
    expect(kept).not.toMatch(new RegExp(`(?<![\\w+/-])${secret}(?![\\w+/-])`));
});
