import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { After } from "~/gatherings/after";
import { SendContext } from "~/gatherings/deed-form";
import { Outside } from "~/gatherings/door";
import { roomDeed } from "~/gatherings/forms";
import { Room } from "~/gatherings/room";
import { doInRoom } from "~/gatherings/room-deeds.server";
import { viewGathering } from "~/gatherings/room-queries.server";
import type { GatheringView } from "~/gatherings/room-view";
import { RefusalNotice } from "~/limits/refusal-notice";
import { useGathering } from "~/live/use-gathering";
import { fromLink } from "~/platform/ids";
import { type Refused, refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { findViewer } from "~/pseudonyms/door.server";
import { Chip } from "~/ui/chip";
import { Day, Deadline } from "~/ui/day";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

/** Seconds after which a page that only looks on is loaded anew. */
const LOOKS_AGAIN = 15;

type Loaded = { view: GatheringView; watching: boolean };

export const handle: PageHandle<Loaded> = {
  hydrate: true,
  place: "gatherings",
  way: ({ view }, t) => [
    { label: t("gatherings:title"), href: "/gatherings" },
    { label: view.title || t("gatherings:untitled") },
  ],
  speaking: ({ view }) => (view.room ? { name: view.room.me.name, seed: view.room.me.leaf } : undefined),
};

/** Only the page that looks on reloads by itself: a reload would swallow what somebody is typing. */
export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) => {
  const sent = new Headers(actionHeaders);
  const refresh = loaderHeaders.get("Refresh");
  if (refresh) sent.set("Refresh", refresh);
  return sent;
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const { params, context, request } = args;
  const id = fromLink(params.gathering);
  const view = id === null ? null : await viewGathering(context.site.database.read, viewer, id, context.now);
  if (!view) throw new Response(null, { status: 404 });
  const watching = view.room !== null && new URL(request.url).searchParams.has("watch");
  return data({ view, watching }, watching ? { headers: { Refresh: String(LOOKS_AGAIN) } } : undefined);
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await findViewer(args);
  const { params, context, request } = args;
  const id = fromLink(params.gathering);
  if (id === null) throw new Response(null, { status: 404 });
  const sent = Object.fromEntries(await request.formData());
  const asked = roomDeed.safeParse(sent);
  if (!asked.success) return sendBack(refused("invalid"), sent);
  const done = await doInRoom(context.site, viewer, id, asked.data, context.now);
  if (done.ok) return redirect(`/gatherings/${params.gathering}`, 303);
  if (done.reason === "not-found") throw new Response(null, { status: 404 });
  return sendBack(done, sent);
}

/** The refusal, and the text that was sent. */
function sendBack(refusal: Refused, sent: Record<string, FormDataEntryValue>) {
  const text = (value: FormDataEntryValue | undefined) => (typeof value === "string" ? value : undefined);
  const kept = { body: text(sent.body), summary: text(sent.summary), as: text(sent.as) };
  return data({ refusal, kept }, initOf(refusal));
}

export default function Gathering() {
  const { view: first, watching } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("gatherings");
  const { view, line, refusal, send } = useGathering(first);
  const over = view.state === "ended" || view.state === "called-off";
  const at = new Date(view.starts);
  const host = view.hostName || t("hostGone");
  return (
    <SendContext.Provider value={send}>
      <PageHeader
        title={view.title || t("untitled")}
        meta={
          <>
            <Chip tone={over ? undefined : "moss"}>{t(`state.${view.state}`)}</Chip>
            {over ? <Day date={at} /> : <Deadline at={at} />}
            <span>{t("minutes", { count: view.lengthMinutes })}</span>
            <span>{t("inSpace", { space: view.space.name })}</span>
            <span>
              {view.coHosts.length > 0
                ? t("hostedWith", { host, others: view.coHosts.join(", ") })
                : t("hostedAlone", { host })}
            </span>
          </>
        }
      />
      <RefusalNotice refusal={refusal ?? answered?.refusal} />
      {view.room ? (
        <Room
          view={view}
          room={view.room}
          kept={answered?.kept.body}
          watching={watching}
          line={<Line line={line} link={view.link} watching={watching} />}
        />
      ) : view.after ? (
        <After view={view} after={view.after} kept={answered?.kept.summary} />
      ) : (
        <Outside view={view} asked={answered && { as: answered.kept.as, refusal: answered.refusal }} />
      )}
    </SendContext.Provider>
  );
}

/** How this page hears of news: by itself with a live line, by reloading without. */
function Line({ line, link, watching }: { line: "none" | "up" | "down"; link: string; watching: boolean }) {
  const { t } = useTranslation("gatherings");
  const here = `/gatherings/${link}`;
  if (watching)
    return (
      <p className="small">
        {t("room.watching")} <a href={here}>{t("room.stopWatching")}</a>
      </p>
    );
  if (line === "up") return <p className="small soft">{t("room.live")}</p>;
  return (
    <div className="small">
      {line === "down" && <p role="status">{t("room.notLive")}</p>}
      <p>
        <a href={here}>{t("refresh")}</a>
      </p>
      <noscript>
        <a href={`${here}?watch`}>{t("room.watch")}</a>
      </noscript>
    </div>
  );
}
