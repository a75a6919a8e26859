import { useForm } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { SentBack } from "../../platform/refuse.server";
import { Actions, Button } from "../../ui/button";
import { Day } from "../../ui/day";
import { EmptyState } from "../../ui/empty-state";
import { type Field, fieldWith } from "../../ui/field";
import { FormErrors } from "../../ui/form-errors";
import { Section } from "../../ui/page-header";
import { Row, Rows } from "../../ui/rows";
import { TextArea, TextField } from "../../ui/text-field";
import type { listHolds } from "./hold-queries.server";
import type { placeForm } from "./rules";

type Listed = Awaited<ReturnType<typeof listHolds>>;

/** What is held now, and why, for stewards without a tie to it. */
export function HoldList({ holds }: { holds: Listed }) {
  const { t } = useTranslation("aside");
  return (
    <Section title={t("holds.standing")}>
      {holds.length === 0 ? (
        <EmptyState title={t("holds.empty")}>
          <p>{t("holds.emptyMore")}</p>
        </EmptyState>
      ) : (
        <Rows label={t("holds.standing")}>
          {holds.map((hold) => (
            <Row
              key={hold.id}
              title={t("holds.openCase", { number: hold.case })}
              about={<span className="said">{[hold.reason, hold.reference].filter(Boolean).join(" · ")}</span>}
              meta={
                hold.until ? (
                  <>
                    {t("holds.waiting")} <Day date={hold.until} />
                  </>
                ) : (
                  <>
                    {t("holds.inForce")}, {t("holds.since")} <Day date={hold.placed} />
                  </>
                )
              }
              aside={
                <form method="post">
                  <input type="hidden" name="hold" value={hold.id} />
                  {hold.canConfirm && (
                    <Button small name="deed" value="confirm">
                      {t("holds.confirm")}
                    </Button>
                  )}{" "}
                  <Button
                    look="quiet"
                    small
                    name="deed"
                    value="lift"
                    aria-label={t("holds.liftThis", { number: hold.case })}
                  >
                    {t("holds.lift")}
                  </Button>
                </form>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

/** Keeps one case's copies. `about`: the case whose page led here. */
export function PlaceHold({ about, sent }: { about: string; sent: SentBack | undefined }) {
  const { t } = useTranslation("aside");
  const [form, fields] = useForm<z.input<typeof placeForm>>({
    lastResult: sent?.lastResult,
    defaultValue: { case: about },
  });
  const said = (field: Field): Field =>
    fieldWith(field, {
      errors: field.errors?.map((error) => t(/big|long|<=/i.test(error) ? "holds.long" : "holds.missing")),
    });
  return (
    <Section title={t("holds.place")}>
      <FormErrors
        fields={[
          { field: said(fields.case), label: t("holds.case") },
          { field: said(fields.reason), label: t("holds.reason") },
          { field: said(fields.reference), label: t("holds.reference") },
        ]}
      />
      <form method="post" id={form.id} className="stack" noValidate>
        <TextField field={said(fields.case)} label={t("holds.case")} hint={t("holds.caseHint")} autoComplete="off" />
        <TextArea field={said(fields.reason)} label={t("holds.reason")} hint={t("holds.reasonHint")} rows={3} />
        <TextField
          field={said(fields.reference)}
          label={t("holds.reference")}
          hint={t("holds.referenceHint")}
          optional
          autoComplete="off"
        />
        <Actions>
          <Button name="deed" value="place" consequence={t("holds.doEffect")}>
            {t("holds.do")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
