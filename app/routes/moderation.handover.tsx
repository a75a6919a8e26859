import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageOf } from "~/accounts/reader-language.server";
import type { Conduct } from "~/agreements/conducts";
import { readHandover } from "~/cases/shifts/handover-queries.server";
import { fixedWords } from "~/i18n/words.server";
import { DAY, plus } from "~/platform/time";
import { requireOffice } from "~/pseudonyms/door.server";
import { Chip } from "~/ui/chip";
import { Day, Deadline } from "~/ui/day";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  way: (_, t) => [{ label: t("cases:queue"), href: "/moderation" }, { label: t("shifts:handover.title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const anon = fixedWords(languageOf(args.request, viewer), "shifts")("handover.anon");
  const handover = await readHandover(site.database.read, viewer, anon, now);
  const soon = plus(now, DAY);
  return { ...handover, soon: handover.open.filter((one) => one.decideBy !== null && one.decideBy <= soon) };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["open"][number];

export default function HandingOver() {
  const { open, soon, notes, firstCall } = useLoaderData<typeof loader>();
  const { t } = useTranslation("shifts");
  const cases = useTranslation("cases").t;
  return (
    <div className="stack">
      <PageHeader title={t("handover.title")} lead={t("handover.lead")} />
      <p className="small soft">{t("handover.print")}</p>
      <p>
        {t("handover.firstCall")}: {firstCall.length ? firstCall.join(", ") : t("rota.nobody")}
      </p>
      <Section title={t("handover.soon")}>
        {soon.length ? <Cases of={soon} label={t("handover.soon")} /> : <p>{t("handover.noneSoon")}</p>}
      </Section>
      <Section title={t("handover.open")}>
        {open.length ? <Cases of={open} label={t("handover.open")} /> : <p>{t("handover.noneOpen")}</p>}
      </Section>
      <Section title={t("handover.notes")}>
        {notes.length === 0 && <p>{t("handover.noneNotes")}</p>}
        {notes.map((note) => (
          <div key={`${note.mark} ${note.position}`} className="handed">
            <p className="small soft">
              {t("handover.case", { mark: note.mark })} ·{" "}
              {cases(`entries.${note.kind}`, { actor: note.by || cases("someone") })} · <Day date={note.at} />
            </p>
            <p className="said" dir="auto">
              {note.words}
            </p>
          </div>
        ))}
      </Section>
    </div>
  );
}

function Cases({ of, label }: { of: Shown[]; label: string }) {
  const { t } = useTranslation("shifts");
  const cases = useTranslation("cases").t;
  const agreements = useTranslation("agreements").t;
  const waits = (one: Shown) =>
    one.mine
      ? t("handover.withYou")
      : one.holder
        ? t("handover.with", { name: one.holder })
        : t(`handover.waitsFor.${one.state as "open"}`);
  return (
    <Rows label={label}>
      {of.map((one) => (
        <Row
          key={one.link}
          href={`/moderation/cases/${one.link}`}
          title={`${t("handover.case", { mark: one.mark })}: ${agreements(`conducts.${one.conduct as Conduct}`)}`}
          about={waits(one)}
          meta={
            <>
              {one.severity === "urgent" && <Chip tone="care">{cases("urgent")}</Chip>}
              {one.late && <Chip tone="danger">{cases("late")}</Chip>}
              {one.decideBy && (
                <span>
                  {cases("by")} <Deadline at={one.decideBy} />
                </span>
              )}
            </>
          }
        />
      ))}
    </Rows>
  );
}
