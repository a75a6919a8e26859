import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { actOnShift } from "~/cases/shifts/act-on-shift.server";
import { isShiftIntent, type ShiftIntent } from "~/cases/shifts/forms";
import { decidedByAll, ownLoad } from "~/cases/shifts/load-queries.server";
import { handlingSlot, handlingSlots } from "~/cases/shifts/own-shift";
import { Break, Conducts, Load, Reading, type Typed } from "~/cases/shifts/shift-parts";
import { fewTake, wishesOf } from "~/cases/shifts/shift-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Tabs } from "~/ui/tabs";

export const handle: PageHandle = {
  way: (_, t) => [{ label: t("cases:queue"), href: "/moderation" }, { label: t("shifts:me") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const own = handlingSlot(viewer, Number(asked.get("name")) || undefined);
  if (!own) throw new Response(null, { status: 404 });
  const { read } = site.database;
  const done = asked.get("done");
  return {
    slot: own.slot,
    names: handlingSlots(viewer).map(({ slot, name }) => ({ slot, name })),
    load: await ownLoad(read, own.pseudonymId, now),
    together: await decidedByAll(read, now),
    wishes: await wishesOf(read, own.pseudonymId, now),
    few: await fewTake(read, own.pseudonymId, now),
    done: isShiftIntent(done) ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const form = await args.request.formData();
  const intent = form.get("intent");
  if (!isShiftIntent(intent)) throw data(null, { status: 400 });
  const { submission, done } = await actOnShift(site, viewer, { intent, form }, now);
  if (!done) return sendBack(submission);
  if (!done.ok) return refuse(done, submission);
  return redirect(`/moderation/me?name=${submission.payload.slot}&done=${intent}#${PLACES[intent]}`, 303);
}

const PLACES = { conducts: "conducts", break: "break", back: "break", plain: "reading" } satisfies Record<
  ShiftIntent,
  string
>;

export default function HowYouWork() {
  const { slot, names, load, together, wishes, few, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("shifts");
  const typed = sent?.lastResult?.initialValue as Typed;
  return (
    <div className="stack">
      <PageHeader title={t("me")} lead={t("meLead")} />
      {names.length > 1 && (
        <Tabs
          label={t("names")}
          tabs={names.map((one) => ({
            href: `/moderation/me?name=${one.slot}`,
            label: t("as", { name: one.name }),
            current: one.slot === slot,
          }))}
        />
      )}
      {done && !sent && (
        <Notice tone="success" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      <RefusalNotice refusal={sent?.refusal} />
      <Load load={load} together={together} />
      <Break
        slot={slot}
        backOn={wishes.backOn}
        left={load.dealt.urgent + load.dealt.ordinary}
        typed={typed}
        wrong={Boolean(sent && !sent.refusal)}
      />
      <Conducts slot={slot} chosen={wishes.conducts} few={few} />
      <Reading slot={slot} plain={wishes.plainText} />
    </div>
  );
}
