import { useTranslation } from "react-i18next";
import type { Pace } from "../platform/outcome";
import { Notice } from "../ui/notice";
import { usePageFacts } from "../ui/page-facts";
import type { Deed } from "./table";

const UNITS = [
  { unit: "second", seconds: 1, upTo: 90 },
  { unit: "minute", seconds: 60, upTo: 90 * 60 },
  { unit: "hour", seconds: 3_600, upTo: 36 * 3_600 },
  { unit: "day", seconds: 86_400, upTo: Number.POSITIVE_INFINITY },
] as const;

/** A length of time in words of the reader's language, rounded up to a unit people think in: "12 minutes". */
export function lengthInWords(language: string, seconds: number): string {
  const { unit, seconds: size } = UNITS.find(({ upTo }) => seconds < upTo)!;
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
    Math.ceil(seconds / size),
  );
}

/** Counted for whom they're aimed at: whoever meets these has done nothing too often. */
const AIMED: readonly Deed[] = ["reach-one", "write-at-one"];

/** From here on nobody waits on the page. */
const LONGEST_COUNT = 60 * 60;

/** Which limit was met, and when one can go on; with scripts it counts down. */
export function LimitNotice({ pace }: { pace: Pace }) {
  const { t, i18n } = useTranslation("limits");
  const words = (seconds: number) => lengthInWords(i18n.language, seconds);
  const deed = pace.deed as Deed;
  const aimed = AIMED.includes(deed);
  const which = { deeds: t(`deeds.${deed}`, { count: pace.limit }), window: words(pace.windowSeconds) };
  return (
    <>
      <Notice tone="care" title={t("title")} announce>
        <p>
          {aimed && t("aimed")} {t("which", which)} {t("again", { wait: words(pace.retryAfterSeconds) })}
        </p>
        {!aimed && <p>{t("why")}</p>}
      </Notice>
      {pace.retryAfterSeconds <= LONGEST_COUNT && <Countdown seconds={pace.retryAfterSeconds} />}
    </>
  );
}

/** Counts beside the notice and not in it: what is announced there would be read out every second. */
function Countdown({ seconds }: { seconds: number }) {
  const { t } = useTranslation("limits");
  const { nonce, scripts } = usePageFacts();
  if (!scripts.countdown) return null;
  return (
    <>
      <p
        role="timer"
        data-countdown={seconds}
        data-words={t("left", { wait: "{n}" })}
        data-over={t("over")}
        hidden
        suppressHydrationWarning
      />
      <script type="module" nonce={nonce} src={scripts.countdown} data-small="countdown" suppressHydrationWarning />
    </>
  );
}
