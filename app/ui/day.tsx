import { useTranslation } from "react-i18next";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, options: Intl.DateTimeFormatOptions) {
  // Plain "en" means the order of the United States, which most readers elsewhere take for another day.
  const locale = language === "en" ? "en-GB" : language;
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** The day of a past deed, never its hour, in words of the reader's language: "23 November 2025", `short` "23 Nov 2025". Days begin at midnight UTC. */
export function Day({ date, short }: { date: Date; short?: boolean }) {
  const { i18n } = useTranslation("ui");
  const month = short ? "short" : "long";
  const words = format(i18n.language, { day: "numeric", month, year: "numeric", timeZone: "UTC" });
  return <time dateTime={date.toISOString().slice(0, 10)}>{words.format(date)}</time>;
}

/** The month of a past deed of which no day is kept: "November 2025". */
export function Month({ date }: { date: Date }) {
  const { i18n } = useTranslation("ui");
  const words = format(i18n.language, { month: "long", year: "numeric", timeZone: "UTC" });
  return <time dateTime={date.toISOString().slice(0, 7)}>{words.format(date)}</time>;
}

/** A time ahead, to the minute and with its zone (an IANA name, UTC unless given): "Tuesday 25 November, 14:00 UTC". */
export function Deadline({ at, timeZone = "UTC" }: { at: Date; timeZone?: string }) {
  const { i18n } = useTranslation("ui");
  const words = format(i18n.language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  });
  return <time dateTime={at.toISOString().slice(0, 16).concat("Z")}>{words.format(at)}</time>;
}
