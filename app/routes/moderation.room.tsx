import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ROOM_MOST, sayForm, takeBackForm } from "~/cases/room/forms";
import { listRoom, ownDuty } from "~/cases/room/room-queries.server";
import { sayInRoom, takeBack } from "~/cases/room/say-in-room.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, type SentBack, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { WhichName } from "~/pseudonyms/which-name";
import { Button, LinkButton } from "~/ui/button";
import { Day } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import { plainField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { TextArea } from "~/ui/text-field";

export const handle: PageHandle = {
  way: (_, t) => [{ label: t("cases:queue"), href: "/moderation" }, { label: t("shifts:room.title") }],
};

/** Beyond this nothing is kept anyway. */
const LAST_PAGE = 1_000;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const { read } = site.database;
  const own = await ownDuty(read, viewer, now);
  if (!own.length) throw new Response(null, { status: 404 });
  const asked = new URL(args.request.url).searchParams;
  const number = Number(asked.get("page") ?? 1);
  const page = Number.isInteger(number) && number >= 1 && number <= LAST_PAGE ? number : 1;
  const ids = own.map((one) => one.pseudonymId);
  return {
    page,
    done: asked.get("done") === "take-back" ? ("take-back" as const) : null,
    names: viewer.pseudonyms.filter(({ id }) => ids.includes(id)).map(({ slot, name, leaf }) => ({ slot, name, leaf })),
    ...(await listRoom(read, ids, page)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  if (!(await ownDuty(site.database.read, viewer, now)).length) throw new Response(null, { status: 404 });
  const form = await args.request.formData();
  if (form.get("intent") === "take-back") {
    const submission = parseWithZod(form, { schema: takeBackForm });
    if (submission.status !== "success") throw data(null, { status: 400 });
    const done = await takeBack(site, viewer, fromLink(submission.value.message), now);
    return done.ok ? redirect("/moderation/room?done=take-back", 303) : refuse(done, submission);
  }
  const submission = parseWithZod(form, { schema: sayForm });
  if (submission.status !== "success") return sendBack(submission);
  const done = await sayInRoom(site, viewer, submission.value, now);
  return done.ok ? redirect("/moderation/room", 303) : refuse(done, submission);
}

type Sent = SentBack | undefined;

export default function Room() {
  const { messages, more, page, names, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("shifts");
  return (
    <div className="stack">
      <PageHeader title={t("room.title")} lead={t("room.lead")} />
      <p>{t("room.noNames")}</p>
      {done && !sent && (
        <Notice tone="success" announce>
          {t("room.tookBack")}
        </Notice>
      )}
      <Say names={names} sent={sent} />
      <Section title={t("room.said")}>
        {messages.length === 0 && (
          <EmptyState title={t("room.empty")}>
            <p>{t("room.emptyText")}</p>
          </EmptyState>
        )}
        {messages.map(({ link, by, mine, words, said }) => (
          <article key={link} className="handed stack stack-tight">
            <p className="small soft">
              {by || t("room.left")} · <Day date={said} />
            </p>
            <p className="said" dir="auto">
              {words}
            </p>
            {mine && (
              <form method="post">
                <input type="hidden" name="message" value={link} />
                <Button look="plain" small name="intent" value="take-back">
                  {t("room.takeBack")}
                </Button>
              </form>
            )}
          </article>
        ))}
        {more && (
          <LinkButton look="quiet" href={`/moderation/room?page=${page + 1}`}>
            {t("room.older")}
          </LinkButton>
        )}
      </Section>
    </div>
  );
}

function Say({ names, sent }: { names: { slot: number; name: string; leaf: number }[]; sent: Sent }) {
  const { t } = useTranslation("shifts");
  const talk = useTranslation("talk").t;
  const typed = sent?.lastResult?.initialValue as { words?: string; slot?: string } | undefined;
  const word = sent?.refusal?.word;
  const long = (typed?.words ?? "").length > ROOM_MOST;
  const wrong = long ? talk("errors.long", { most: ROOM_MOST }) : talk("errors.missing");
  const errors = sent && !sent.refusal ? [wrong] : [];
  return (
    <>
      {word === undefined && <RefusalNotice refusal={sent?.refusal} />}
      <form method="post" className="stack">
        <WhichName names={names} label={t("room.as")} chosen={Number(typed?.slot) || names[0]!.slot} />
        <TextArea
          field={plainField("words", {
            initialValue: typed?.words ?? "",
            errors: word === undefined ? errors : [t("room.namesSomebody", { word })],
          })}
          label={t("room.words")}
          hint={t("room.hint")}
          rows={4}
        />
        <Button name="intent" value="say" consequence={t("room.effect")}>
          {t("room.say")}
        </Button>
      </form>
    </>
  );
}
