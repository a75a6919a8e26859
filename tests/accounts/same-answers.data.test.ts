import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hashSecret } from "~/accounts/hashing.server";
import { beginRecovery } from "~/accounts/recover.server";
import { createInvitation } from "~/joining/create-invitation.server";
import { memoryCounters } from "~/limits/counters";
import { createLimits } from "~/limits/limits";
import { plus } from "~/platform/time";
import * as join from "~/routes/join.$code";
import * as confirm from "~/routes/me.confirm";
import * as recover from "~/routes/recover";
import * as signInPage from "~/routes/sign-in";
import { type Answer, call } from "../support/call";
import { giveCodename } from "../support/codename";
import { openWorld, type World } from "../support/world";

/** Argon2 itself costs the same for any two texts; what counts is how often it's asked, at which cost, and how many at once. */
const work = vi.hoisted(() => ({
  done: [] as string[],
  held: false,
  running: 0,
  most: 0,
  release: [] as (() => void)[],
}));
vi.mock("@node-rs/argon2", () => {
  const costOf = (hash: string) => hash.split("$")[3]!;
  const run = async <T>(what: string, answer: T) => {
    work.done.push(what);
    work.most = Math.max(work.most, ++work.running);
    if (work.held) await new Promise<void>((go) => work.release.push(go));
    work.running--;
    return answer;
  };
  const cost = ({ memoryCost, timeCost, parallelism }: Record<string, number>) =>
    `m=${memoryCost},t=${timeCost},p=${parallelism}`;
  return {
    hash: (text: string, at: Record<string, number>) => run(`hash ${cost(at)}`, `$argon2id$v=19$${cost(at)}$${text}`),
    hashRaw: (text: string, at: Record<string, number>) =>
      run(`hash ${cost(at)}`, createHash("sha256").update(text).digest()),
    verify: (stored: string, text: string) => run(`verify ${costOf(stored)}`, stored.endsWith(`$${text}`)),
  };
});

beforeEach(() => Object.assign(work, { done: [], held: false, running: 0, most: 0, release: [] }));
afterEach(letGo);

async function letGo() {
  work.held = false;
  do {
    for (const go of work.release.splice(0)) go();
    await new Promise((next) => setImmediate(next));
  } while (work.release.length > 0 || work.running > 0);
}

/** Everything of an answer that somebody outside could tell apart, and the work that it took. */
const seen = ({ status, headers, data }: Answer, typed: string) => ({
  status,
  headers: [...headers],
  page: JSON.stringify(data).replaceAll(typed, "‹typed›"),
  work: work.done.splice(0),
});

const shortly = fc.array(fc.oneof(fc.nat(2_000), fc.nat(70_000)), { minLength: 4, maxLength: 24 });

/** The same presses, at the same moments, from a world whose limits have counted nothing yet. */
async function tries(
  world: World,
  gaps: number[],
  page: typeof signInPage | typeof recover,
  form: Record<string, string>,
) {
  const typed = Object.values(form)[0]!;
  const fresh: World = { ...world, site: { ...world.site, limits: createLimits(memoryCounters()) } };
  let { now } = world;
  const answers = [];
  for (const [i, gap] of gaps.entries()) {
    now = plus(now, gap);
    const at: World = { ...fresh, now } as World;
    answers.push(seen(await call(at, page.action, { form, network: `n${i % 3}` }), typed));
  }
  return answers;
}

describe("nothing tells a known account from one that isn't there", () => {
  test("signing in: over any run of tries the same answers, at the same moments, for the same work", async () => {
    const world = await openWorld();
    const { name } = await giveCodename(world, await world.member("Alder"));
    const again = new Set<number>();
    await fc.assert(
      fc.asyncProperty(shortly, async (gaps) => {
        work.done.length = 0;
        const known = await tries(world, gaps, signInPage, { name, secret: "five words that are wrong" });
        const unknown = await tries(world, gaps, signInPage, {
          name: "zesty zoom",
          secret: "five words that are wrong",
        });
        expect(known).toEqual(unknown);
        for (const answer of known) {
          again.add(answer.status);
          expect(answer.work).toEqual(answer.status === 401 ? ["verify m=65536,t=3,p=1"] : []);
        }
      }),
      { numRuns: 30, examples: [[Array(12).fill(500)]] },
    );
    expect([...again].sort(), "tries that were checked, and tries that came too soon").toEqual([401, 429]);
  });

  test("recovering: a code that was spent, one of nobody and one that can't be any are answered alike", async () => {
    const world = await openWorld();
    const alder = await world.member("Alder");
    const spent = (await giveCodename(world, alder)).recovery;
    await giveCodename(world, alder);
    work.done.length = 0;
    await fc.assert(
      fc.asyncProperty(shortly, async (gaps) => {
        const before = await tries(world, gaps, recover, { code: spent });
        for (const code of ["0".repeat(24), "not a code"])
          expect(await tries(world, gaps, recover, { code })).toEqual(before);
        expect(before.flatMap((answer) => answer.work)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

/** How many hashes may be under way and waiting. */
const ROOM = availableParallelism() * 21;

/** Takes all of it. */
function fillTheQueue() {
  work.held = true;
  return Array.from({ length: ROOM }, () => hashSecret("somebody else's words"));
}

describe("when the server has no hash to spare", () => {
  test("known and unknown names hear so alike, with 503, when to come again, and what was typed", async () => {
    const world = await openWorld();
    const { name, secret } = await giveCodename(world, await world.member("Alder"));
    const waiting = fillTheQueue();
    work.done.length = 0;
    const known = await call(world, signInPage.action, { form: { name, secret }, network: "k" });
    const unknown = await call(world, signInPage.action, { form: { name: "zesty zoom", secret }, network: "u" });
    expect(known.status).toBe(503);
    expect(known.headers.get("retry-after")).toBe("3");
    expect(JSON.stringify(known.data)).toContain(name);
    expect(JSON.stringify(known.data)).not.toContain(secret);
    expect(seen(known, name)).toEqual(seen(unknown, "zesty zoom"));
    expect(work.done).toEqual([]);
    await letGo();
    expect(await Promise.all(waiting)).not.toContain(null);
    expect((await call(world, signInPage.action, { form: { name, secret }, network: "k" })).status).toBe(303);
  });

  test("confirming, recovering and joining say the same, and lose nothing", async () => {
    const world = await openWorld();
    const alder = await world.member("Alder");
    const { secret, recovery } = await giveCodename(world, alder);
    const begun = await beginRecovery(world.site, { code: recovery, network: "r" }, world.now);
    const invited = await createInvitation(world.site, await world.viewer(alder), {}, world.now);
    if (!begun.ok || !invited.ok) throw new Error("the scene isn't set");
    const at = { params: { code: invited.code } };
    const chosen = await call(world, join.action, { ...at, form: { step: "choose", own: "Tall Sedge", age: "older" } });
    const { shown } = chosen.data as { shown: { words: string[]; sealed: string } };
    const waiting = fillTheQueue();
    const save = (sealed: string, words: string[]) => ({ step: "save", sealed, word: words[2]! });
    const answers = [
      await call(world, confirm.action, { as: alder, form: { secret } }),
      await call(world, recover.action, { form: save(begun.sealed, begun.offer.words) }),
      await call(world, join.action, { ...at, form: save(shown.sealed, shown.words) }),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual(
      Array(3).fill([503, "3"]),
    );
    expect(answers[1]!.data).toMatchObject({ shown: { words: begun.offer.words } });
    expect(answers[2]!.data).toMatchObject({ shown: { words: shown.words } });
    await letGo();
    await Promise.all(waiting);
    expect((await call(world, join.action, { ...at, form: save(shown.sealed, shown.words) })).status).toBe(303);
  });

  test("hundreds at once: one a core is checked, a few wait, all others hear so, and afterwards all is well", async () => {
    const world = await openWorld();
    const { name, secret } = await giveCodename(world, await world.member("Alder"));
    Object.assign(work, { held: true, most: 0 });
    const all = Array.from({ length: 400 }, (_, i) =>
      call(world, signInPage.action, {
        form: i % 2 ? { name, secret: `wrong ${i}` } : { name: `nobody ${i}`, secret },
        network: `n${i}`,
      }),
    );
    let answered = 0;
    for (const one of all) void one.then(() => answered++);
    // Whoever finds no room is answered while all others still wait.
    await vi.waitUntil(() => answered === all.length - ROOM, { timeout: 30_000 });
    await letGo();
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    const count = (status: number) => statuses.filter((one) => one === status).length;
    expect(count(401)).toBe(ROOM);
    expect(count(503), "the rest, but for those that the name's own limit stopped").toBe(400 - count(401) - count(429));
    expect(work.most).toBe(availableParallelism());
    world.later(120_000);
    expect((await call(world, signInPage.action, { form: { name, secret }, network: "own" })).status).toBe(303);
  });
});
