import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import type { Refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { type Offered, offerPosts } from "~/reports/pattern/offer-posts.server";
import { TOGETHER_MOST } from "~/reports/pattern/pattern";
import { Actions, Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choice-fields";
import { Day } from "~/ui/day";
import { plainField } from "~/ui/field";
import { HiddenFields } from "~/ui/hidden-fields";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

const nothing = { name: "", offered: [] as Offered[], more: false };

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const link = asked.get("name") ?? "";
  const pseudonymId = fromLink(link);
  const typed = Number(asked.get("page") ?? 1);
  const page = Number.isInteger(typed) && typed >= 1 && typed <= 500 ? typed : 1;
  if (pseudonymId === null) throw new Response(null, { status: 404 });
  const found = await offerPosts(site, viewer, { pseudonymId, page }, now);
  if (!found.ok && found.reason === "not-found") throw new Response(null, { status: 404 });
  const chosen = [...new Set(asked.getAll("with"))].filter((one) => fromLink(one) !== null).slice(0, TOGETHER_MOST);
  const refusal: Refused | null = found.ok ? null : found;
  const shown = { link, page, chosen, refusal, ...(found.ok ? found : nothing) };
  return refusal ? data(shown, initOf(refusal)) : data(shown);
}

/** Posts of one name to choose from. What was chosen on other pages travels along. */
export default function ReportSeveral() {
  const { link, page, chosen, refusal, name, offered, more } = useLoaderData<typeof loader>();
  const { t } = useTranslation("reports");
  const here = new Set(offered.map((one) => one.link));
  const elsewhere = chosen.filter((one) => !here.has(one));
  if (refusal)
    return (
      <div className="stack">
        <PageHeader title={t("several.title")} />
        <RefusalNotice refusal={refusal} />
      </div>
    );
  return (
    <div className="stack">
      <PageHeader title={t("several.title")} lead={t("several.lead", { author: name, most: TOGETHER_MOST })} />
      {elsewhere.length > 0 && <Notice>{t("several.elsewhere", { count: elsewhere.length })}</Notice>}
      <form method="get" action="/report" className="stack">
        <HiddenFields of={[["name", link], ...elsewhere.map((one) => ["with", one] as const)]} />
        {offered.length === 0 ? (
          <p>{t("several.none")}</p>
        ) : (
          <CheckboxGroup
            field={plainField("with", { initialValue: chosen })}
            label={t("several.which")}
            options={offered.map((one) => ({
              value: one.link,
              label: <span dir="auto">{one.begins || one.title}</span>,
              hint: (
                <>
                  {one.title} · <Day date={one.written} short />
                </>
              ),
            }))}
          />
        )}
        <Actions>
          <Button consequence={t("several.goEffect")}>{t("several.go")}</Button>
          {page > 1 && (
            <Button look="quiet" formAction="/report/several" name="page" value={page - 1}>
              {t("several.newer")}
            </Button>
          )}
          {more && (
            <Button look="quiet" formAction="/report/several" name="page" value={page + 1}>
              {t("several.older")}
            </Button>
          )}
        </Actions>
      </form>
    </div>
  );
}
