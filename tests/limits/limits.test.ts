import { describe, expect, test } from "vitest";
import { memoryCounters } from "~/limits/counters";
import { createLimits } from "~/limits/limits";
import { type Deed, deeds } from "~/limits/table";
import { DAY, HOUR, MINUTE, plus, SECOND } from "~/platform/time";

const now = new Date("2026-05-04T13:47:31.123Z");
const rows = Object.entries(deeds);

/** Where more than 42 seconds may pass between tries: nobody gets there who doesn't know the account's words, so no stranger can slow its owner down. */
const BEHIND_THE_WORDS: Partial<Record<string, number>> = { "show-factor": 10 * MINUTE };

describe("the table", () => {
  test.each(rows)("%s: every rule says why, and is whole", (deed, { rules }) => {
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) {
      expect(rule.why.length).toBeGreaterThan(8);
      const within = rule.within === "the topic's pause" ? HOUR : rule.within;
      expect(within).toBeGreaterThanOrEqual(SECOND);
      expect(within).toBeLessThanOrEqual(7 * DAY);
      expect(rule.slowTo ?? 0).toBeLessThanOrEqual(BEHIND_THE_WORDS[deed] ?? 42 * SECOND);
    }
  });

  test.each(rows)("%s: whoever is newer is never freer", (_, { rules }) => {
    for (const { most } of rules) {
      if (typeof most === "number") continue;
      expect(most.newcomer).toBeLessThanOrEqual(most.member);
      expect(most.member).toBeLessThanOrEqual(most.established);
    }
  });

  test("signing in and recovering are slowed, and never refused for longer than 42 seconds", () => {
    for (const deed of ["sign-in", "recover"] as const)
      for (const rule of deeds[deed].rules) expect(rule.slowTo).toBe(42 * SECOND);
  });

  test("a newcomer is held at least as tightly as Discourse holds a new user", () => {
    const dayOf = (deed: Deed) =>
      deeds[deed].rules.flatMap(({ within, most }) =>
        within === DAY && typeof most !== "number" ? [most.newcomer] : [],
      );
    expect(dayOf("start-topic")[0]).toBeLessThanOrEqual(3);
    expect(dayOf("write-post")[0]).toBeLessThanOrEqual(10);
    expect(dayOf("file-report")[0]).toBeLessThanOrEqual(20);
  });
});

describe("when nothing can be counted", () => {
  const failures: unknown[] = [];
  const away = createLimits(
    {
      async take() {
        throw new Error("the store is away");
      },
    },
    (error) => failures.push(error),
  );

  test("what the table says goes on, everything else waits", async () => {
    for (const [deed, { uncounted }] of rows) {
      const answer = await away.take(deed as Deed, { account: 1, network: "n", target: 1, topic: 1, typed: "t" }, now);
      expect([deed, answer]).toEqual([deed, uncounted ? { ok: true } : { ok: false, reason: "overloaded" }]);
    }
    expect(failures).toHaveLength(rows.length);
  });

  test("reports, signing in, recovering, leaving and reading go on; what could hurt others doesn't", () => {
    const goesOn = (deed: Deed) => deeds[deed].uncounted !== undefined;
    const open: Deed[] = [
      "file-report",
      "report-outside",
      "take-down",
      "sign-in",
      "recover",
      "leave-for-good",
      "relate",
    ];
    const shut: Deed[] = [
      "write-post",
      "start-topic",
      "join",
      "join-openly",
      "invite",
      "speak-in-gathering",
      "show-factor",
    ];
    expect(open.filter((deed) => !goesOn(deed))).toEqual([]);
    expect(shut.filter(goesOn)).toEqual([]);
  });
});

describe("taking", () => {
  const limits = () => createLimits(memoryCounters());

  test("a refusal names the deed, the rule's numbers and the whole seconds to wait", async () => {
    const { take } = limits();
    const who = { account: 1, standing: "newcomer" } as const;
    expect(await take("write-post", who, now)).toEqual({ ok: true });
    expect(await take("write-post", who, plus(now, 500))).toEqual({
      ok: false,
      reason: "limited",
      pace: { deed: "write-post", retryAfterSeconds: 30, limit: 1, windowSeconds: 30, remaining: 0 },
    });
  });

  test("whoever has no standing is held as a newcomer", async () => {
    const { take } = limits();
    await take("write-post", { account: 1 }, now);
    expect((await take("write-post", { account: 1 }, now)).ok).toBe(false);
  });

  test("a rule whose key is absent doesn't apply", async () => {
    const { take } = limits();
    for (let i = 0; i < 100; i++) expect((await take("write-post", {}, now)).ok).toBe(true);
  });

  test("one account's deeds don't count for another, nor one deed for another", async () => {
    const { take } = limits();
    await take("start-topic", { account: 1, standing: "member" }, now);
    expect((await take("start-topic", { account: 2, standing: "member" }, now)).ok).toBe(true);
    expect((await take("write-post", { account: 1, standing: "member" }, now)).ok).toBe(true);
  });

  test("an account and a network of the same number are told apart", async () => {
    const { take } = limits();
    for (let i = 0; i < 20; i++) expect((await take("search", { network: "7" }, now)).ok).toBe(true);
    expect((await take("search", { network: "7" }, now)).ok).toBe(false);
    expect((await take("search", { account: "7" }, now)).ok).toBe(true);
  });
});
