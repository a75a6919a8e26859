import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { weekForm } from "~/cases/shifts/forms";
import { handlingSlots } from "~/cases/shifts/own-shift";
import { changeWeek, readRota } from "~/cases/shifts/rota.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { Button } from "~/ui/button";
import { Day } from "~/ui/day";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  way: (_, t) => [{ label: t("cases:queue"), href: "/moderation" }, { label: t("shifts:rota.title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const own = handlingSlots(viewer);
  if (!own.length) throw new Response(null, { status: 404 });
  const done = new URL(args.request.url).searchParams.get("done");
  const rota = await readRota(site.database.read, now);
  return {
    done: DONE.find((one) => one === done) ?? null,
    weeks: rota.map(({ week, begins, takenBy }) => ({
      week,
      begins,
      names: takenBy.map((one) => one.name),
      own: own.map(({ slot, name, pseudonymId }) => ({
        slot,
        name,
        taken: takenBy.some((one) => one.pseudonymId === pseudonymId),
      })),
    })),
  };
}

/** What a form here can have done. */
const DONE = ["take", "give-back"] as const;

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: weekForm });
  if (submission.status !== "success") return sendBack(submission);
  const done = await changeWeek(site, viewer, submission.value, now);
  return done.ok ? redirect(`/moderation/rota?done=${submission.value.intent}`, 303) : refuse(done, submission);
}

export default function Rota() {
  const { weeks, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("shifts");
  return (
    <div className="stack">
      <PageHeader title={t("rota.title")} lead={t("rota.lead")} />
      {done && !sent && (
        <Notice tone="success" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      <RefusalNotice refusal={sent?.refusal} />
      <Rows label={t("rota.title")}>
        {weeks.map(({ week, begins, names, own }, i) => (
          <Row
            key={week}
            title={
              <>
                {t("rota.week")} <Day date={begins} />
              </>
            }
            about={names.length ? names.join(", ") : t("rota.nobody")}
            meta={i === 0 ? t("rota.thisWeek") : undefined}
            aside={own.map(({ slot, name, taken }) => (
              <form method="post" key={slot}>
                <input type="hidden" name="slot" value={slot} />
                <input type="hidden" name="week" value={week} />
                <Button
                  look="quiet"
                  small
                  name="intent"
                  value={taken ? "give-back" : "take"}
                  aria-label={t(taken ? "rota.giveWeekBack" : "rota.takeWeek", {
                    day: begins.toISOString().slice(0, 10),
                    name,
                  })}
                >
                  {taken ? t("rota.giveBack") : t("rota.take")}
                  {own.length > 1 && <> ({name})</>}
                </Button>
              </form>
            ))}
          />
        ))}
      </Rows>
    </div>
  );
}
