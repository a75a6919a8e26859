import type { Pace } from "../platform/outcome";
import type { Counters, Met } from "./counters";
import type { Shield } from "./shield/shield";
import { tightened } from "./shield/tighten";
import { type Deed, deeds, type KeyKind, type Rule } from "./table";

/** Who or what a deed is counted for. Keys are ids or HMACs; a rule whose key is absent doesn't apply. */
export type Who = { [kind in KeyKind]?: string | number } & {
  standing?: "newcomer" | "member" | "established";
  /** For how many ms a calmed topic keeps one person's posts apart; without it, rules of the topic's own pause don't apply. */
  pause?: number | undefined;
};

export type Limits = {
  /**
   * Counts the deed, or says which limit stands in the way; a refused try is not counted. Where nothing can be counted, the
   * deed's row decides: it goes on uncounted, or is refused as `overloaded`.
   */
  take(deed: Deed, who: Who, now: Date): Promise<Taken>;
};

type Taken = { ok: true } | { ok: false; reason: "limited"; pace: Pace } | { ok: false; reason: "overloaded" };

const mostOf = (rule: Rule, who: Who) =>
  typeof rule.most === "number" ? rule.most : rule.most[who.standing ?? "newcomer"];

/**
 * The one way to meet a limit: the table decides, the shield tightens, the counters only count. `onFailure` hears of
 * counters that don't answer.
 */
export function createLimits(
  counters: Counters,
  onFailure: (error: unknown) => void = () => {},
  shield?: Pick<Shield, "now">,
): Limits {
  return {
    async take(deed, who, now) {
      const asked = deeds[deed].rules.flatMap((rule, i) => {
        const key = who[rule.per];
        const within = rule.within === "the topic's pause" ? who.pause : rule.within;
        if (key === undefined || within === undefined) return [];
        const most = tightened(shield?.now.step ?? 0, deed, rule.per, who, mostOf(rule, who));
        return [{ key: `${deed}:${i}:${rule.per}:${key}`, most, within, slowTo: rule.slowTo }];
      });
      let met: Met | null;
      try {
        met = await counters.take(asked, now);
      } catch (error) {
        onFailure(error);
        return deeds[deed].uncounted ? { ok: true } : { ok: false, reason: "overloaded" };
      }
      if (!met) return { ok: true };
      const retryAfterSeconds = Math.max(1, Math.ceil(met.waitMs / 1000));
      const { most, within } = asked[met.index]!;
      return {
        ok: false,
        reason: "limited",
        pace: { deed, retryAfterSeconds, limit: most, windowSeconds: Math.ceil(within / 1000), remaining: 0 },
      };
    },
  };
}
