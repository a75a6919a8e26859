import { useTranslation } from "react-i18next";
import { Chip } from "../../ui/chip";
import { Day, Deadline } from "../../ui/day";
import { Notice } from "../../ui/notice";
import { PageHeader, Section } from "../../ui/page-header";
import type { Receipt } from "./find-receipt.server";

/** The code, shown once, and how to keep it. `code` in groups of four. */
export function ReceiptCode({ code, decideBy }: { code: string; decideBy: Date | null }) {
  const { t } = useTranslation("outside");
  const keep = t("receipt.keep", { returnObjects: true });
  return (
    <>
      <PageHeader title={t("receipt.title")} lead={t("receipt.lead")} />
      <p className="recovery-code">{code}</p>
      {decideBy && (
        <p>
          {t("receipt.by")} <Deadline at={decideBy} />
        </p>
      )}
      <Section title={t("receipt.keepTitle")}>
        <ul className="steps">
          {keep.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
      <p>
        {t("receipt.where")}: <a href="/report/outside/receipt">{t("receipt.go")}</a>
      </p>
    </>
  );
}

/** What became of a report from outside. */
export function WhatBecame({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation("outside");
  const agreements = useTranslation("agreements").t;
  return (
    <div className="stack">
      <p>
        <Chip tone={receipt.status === "waiting" ? undefined : "moss"}>{t(`follow.status.${receipt.status}`)}</Chip>
      </p>
      <p>
        {t("follow.about")}: {agreements(`conducts.${receipt.conduct}`)} · {t("follow.filed")}{" "}
        <Day date={receipt.filed} />
      </p>
      {receipt.decideBy && (
        <p>
          {t("follow.by")} <Deadline at={receipt.decideBy} />
        </p>
      )}
      {receipt.timesPassed > 0 && <p>{t("follow.passedOn", { count: receipt.timesPassed })}</p>}
      {receipt.late && <Notice tone="care">{t("follow.late")}</Notice>}
      {receipt.status === "decided" && (
        <p>
          {receipt.removed ? t("follow.removed") : t("follow.notRemoved")} {t("follow.quiet")}
        </p>
      )}
      {receipt.answer && (
        <Section title={t("follow.answer")}>
          <p className="said" dir="auto">
            {receipt.answer}
          </p>
        </Section>
      )}
      {receipt.status !== "waiting" && <p className="soft">{t("follow.kept")}</p>}
    </div>
  );
}
