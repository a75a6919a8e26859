import { useTranslation } from "react-i18next";
import { Folded } from "../ui/folded";
import type { ShownEntry } from "./entry";
import { WrittenDay } from "./written-day";

/** What an entry says, each part under its own word; the image grey and folded. */
export function EntryView({ entry }: { entry: ShownEntry }) {
  const { t } = useTranslation("journal");
  const { day, place, who, words, image, link } = entry;
  const facts = [
    [t("entry.place"), place],
    [t("entry.who"), who],
    [t("entry.words"), words],
  ] as const;
  return (
    <>
      <dl className="stack">
        <div>
          <dt>{t("entry.day")}</dt>
          <dd>
            <WrittenDay day={day} />
          </dd>
        </div>
        {facts.map(
          ([label, said]) =>
            said && (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="said" dir="auto">
                  {said}
                </dd>
              </div>
            ),
        )}
      </dl>
      {image && (
        <Folded summary={t("entry.imageSee")} hint={t("entry.imageHint")} care>
          <img
            className="kept-image"
            src={`/me/journal/${link}/image`}
            width={image.width}
            height={image.height}
            alt={t("entry.imageAlt")}
            loading="lazy"
          />
        </Folded>
      )}
    </>
  );
}
