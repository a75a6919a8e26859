import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { findReceipt } from "~/reports/outside/find-receipt.server";
import { receiptForm } from "~/reports/outside/forms";
import { WhatBecame } from "~/reports/outside/receipt";
import { Actions, Button, LinkButton } from "~/ui/button";
import { plainField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";

export async function action(args: ActionFunctionArgs) {
  publicDoor(args);
  const { site, network, now } = args.context;
  const asked = receiptForm.safeParse(Object.fromEntries(await args.request.formData()));
  if (!asked.success) return refuse(refused("receipt-unknown"));
  const found = await findReceipt(site, { code: asked.data.code, network }, now);
  return found.ok ? { refusal: null, receipt: found.receipt } : refuse(found);
}

export default function Follow() {
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("outside");
  if (sent && "receipt" in sent && sent.receipt)
    return (
      <div className="stack">
        <PageHeader title={t("follow.title")} />
        <WhatBecame receipt={sent.receipt} />
        <LinkButton look="quiet" href="/report/outside/receipt">
          {t("follow.again")}
        </LinkButton>
      </div>
    );
  return (
    <div className="stack">
      <PageHeader title={t("follow.title")} lead={t("follow.lead")} />
      <RefusalNotice refusal={sent && "refusal" in sent ? sent.refusal : null} />
      <form method="post" className="stack" autoComplete="off">
        <TextField
          field={plainField("code", { required: true })}
          label={t("follow.code")}
          hint={t("follow.codeHint")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Actions>
          <Button consequence={t("follow.goEffect")}>{t("follow.go")}</Button>
        </Actions>
      </form>
    </div>
  );
}
