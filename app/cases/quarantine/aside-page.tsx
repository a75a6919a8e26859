import { useForm } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { SentBack } from "../../platform/refuse.server";
import { Actions, Button } from "../../ui/button";
import { Select } from "../../ui/choice-fields";
import { Day } from "../../ui/day";
import { type Field, fieldWith } from "../../ui/field";
import { FormErrors } from "../../ui/form-errors";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/page-header";
import { Row, Rows } from "../../ui/rows";
import { TextArea } from "../../ui/text-field";
import type { AsidePage } from "./aside-queries.server";
import { correctedConducts, type liftForm } from "./forms";

/** The sealed copies: that they are there, since when, and who could open them. */
export function Copies({ copies, answers }: Pick<AsidePage, "copies" | "answers">) {
  const { t } = useTranslation("aside");
  return (
    <Section title={t("one.copies", { count: copies.length })}>
      <Rows>
        {copies.map(({ digest, key, taken, only }) => (
          <Row
            key={digest}
            title={key ? t("one.forKey", { key: `${key.slice(0, 12)}…` }) : t("one.forNow")}
            about={only ? t("one.only") : undefined}
            meta={<Day date={taken} />}
          />
        ))}
      </Rows>
      {answers.length > 0 && (
        <Notice tone="care">
          <p>{t("one.answers", { count: answers.length })}</p>
          <p>
            {answers.map(({ href, position }) => (
              <span key={href}>
                <a href={href}>{t("one.answer", { position })}</a>{" "}
              </span>
            ))}
          </p>
        </Notice>
      )}
    </Section>
  );
}

/** Hides for all at once what one report alone doesn't. */
export function HideNow() {
  const { t } = useTranslation("aside");
  return (
    <Section title={t("one.hideTitle")}>
      <p>{t("one.hideText")}</p>
      <form method="post">
        <Actions>
          <Button name="deed" value="hide" consequence={t("one.hideEffect")}>
            {t("one.hide")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}

/** The file for whoever keeps the key, made when it's asked for. */
export function TakePackage({ link, hasKey }: Pick<AsidePage, "link" | "hasKey">) {
  const { t } = useTranslation("aside");
  return (
    <Section title={t("one.packageTitle")}>
      <p>{t("one.packageText")}</p>
      {hasKey ? (
        <form method="post" action={`/steward/quarantine/${link}/package`}>
          <Actions>
            <Button consequence={t("one.takeEffect")}>{t("one.take")}</Button>
          </Actions>
        </form>
      ) : (
        <Notice tone="care">
          {t("one.noKey")} <a href="/steward/quarantine">{t("key.how")}</a>
        </Notice>
      )}
      <p className="small soft">{t("one.takeHow")}</p>
    </Section>
  );
}

/** Says that it is something else, and gives it to the moderators. */
export function GiveBack({ mustBring, sent }: Pick<AsidePage, "mustBring"> & { sent: SentBack | undefined }) {
  const { t } = useTranslation("aside");
  const agreements = useTranslation("agreements").t;
  const [form, fields] = useForm<z.input<typeof liftForm>>({
    lastResult: sent?.lastResult,
    defaultValue: { conduct: "other" },
  });
  const opened: Field = fieldWith(fields.opened, {
    errors: fields.opened.errors?.map((error) => t(error === "missing" ? "one.openedMissing" : "one.openedWrong")),
  });
  return (
    <Section title={t("one.liftTitle")}>
      <p>{t("one.liftText")}</p>
      <FormErrors fields={[{ field: opened, label: t("one.opened") }]} />
      <form method="post" id={form.id} className="stack" noValidate>
        <Select
          field={fields.conduct}
          label={t("one.liftConduct")}
          options={correctedConducts.map((value) => ({ value, label: agreements(`conducts.${value}`) }))}
        />
        {mustBring && <TextArea field={opened} label={t("one.opened")} hint={t("one.openedHint")} spellCheck={false} />}
        <Actions>
          <Button name="deed" value="lift" look="quiet" consequence={t("one.liftEffect")}>
            {t("one.lift")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
