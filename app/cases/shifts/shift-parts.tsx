import { useTranslation } from "react-i18next";
import { type Conduct, conducts } from "../../agreements/conducts";
import { Actions, Button } from "../../ui/button";
import { Checkbox, CheckboxGroup } from "../../ui/choice-fields";
import { Day } from "../../ui/day";
import { plainField } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/page-header";
import { TextArea, TextField } from "../../ui/text-field";
import { LoadPlot } from "./load-plot";
import type { BySeverity, OwnLoad } from "./load-queries.server";
import { A_LOT, LONGEST_BREAK } from "./rules";

/** What came back from a refused form of this page. */
export type Typed = Record<string, unknown> | undefined;

/** What somebody carries, in numbers that only they see, and what all have decided together. */
export function Load({ load, together }: { load: OwnLoad; together: BySeverity }) {
  const { t } = useTranslation("shifts");
  return (
    <Section title={t("load.title")}>
      {load.urgentLately >= A_LOT && <Notice tone="care">{t("load.lot", { count: load.urgentLately })}</Notice>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t("load.kind")}</th>
            <th scope="col">{t("load.urgent")}</th>
            <th scope="col">{t("load.ordinary")}</th>
          </tr>
        </thead>
        <tbody>
          {(["dealt", "held", "decided"] as const).map((one) => (
            <tr key={one}>
              <th scope="row">{t(`load.${one}`)}</th>
              <td>{load[one].urgent}</td>
              <td>{load[one].ordinary}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <LoadPlot days={load.days} />
      <h3>{t("load.together")}</h3>
      <p>{t("load.togetherSaid", together)}</p>
    </Section>
  );
}

type BreakProps = { slot: number; backOn: Date | null; left: number; typed: Typed; wrong: boolean };

/** A break: begun with a number of days and a note, ended with a press. */
export function Break({ slot, backOn, left, typed, wrong }: BreakProps) {
  const { t } = useTranslation("shifts");
  const back = typed?.intent === "break" ? typed : undefined;
  const days = plainField("days", {
    initialValue: back?.days ?? "",
    errors: back && wrong ? [t("rest.daysWrong")] : undefined,
    required: true,
  });
  return (
    <Section title={t("rest.title")} id="break">
      {backOn ? (
        <>
          <Notice>
            <p>
              {t("rest.resting")} <Day date={backOn} />.
            </p>
            {left > 0 && <p>{t("rest.left", { count: left })}</p>}
          </Notice>
          <form method="post">
            <input type="hidden" name="slot" value={slot} />
            <Button look="quiet" name="intent" value="back" consequence={t("rest.endEffect")}>
              {t("rest.end")}
            </Button>
          </form>
        </>
      ) : (
        <form method="post" className="stack">
          <p>{t("rest.lead")}</p>
          <input type="hidden" name="slot" value={slot} />
          <TextField
            field={days}
            label={t("rest.days")}
            hint={t("rest.daysHint")}
            type="number"
            min={1}
            max={LONGEST_BREAK}
            short
          />
          <TextArea
            field={plainField("note", { initialValue: back?.note ?? "" })}
            label={t("rest.note")}
            hint={t("rest.noteHint")}
            rows={3}
            optional
          />
          <Actions>
            <Button name="intent" value="break" consequence={t("rest.startEffect")}>
              {t("rest.start")}
            </Button>
          </Actions>
        </form>
      )}
    </Section>
  );
}

type ConductsProps = { slot: number; chosen: Conduct[]; few: Conduct[] };

/** Which conduct somebody would rather not decide, with a word where too few others take it. */
export function Conducts({ slot, chosen, few }: ConductsProps) {
  const { t } = useTranslation("shifts");
  const agreements = useTranslation("agreements").t;
  return (
    <Section title={t("conducts.title")} id="conducts">
      {chosen.some((one) => few.includes(one)) && (
        <Notice tone="care" title={t("conducts.fewTitle")}>
          {t("conducts.fewText")}
        </Notice>
      )}
      <p>{t("conducts.lead")}</p>
      <form method="post" className="stack">
        <input type="hidden" name="slot" value={slot} />
        <CheckboxGroup
          field={plainField("conducts", { initialValue: chosen })}
          label={t("conducts.legend")}
          options={conducts.map((value) => ({
            value,
            label: agreements(`conducts.${value}`),
            hint: few.includes(value) ? t("conducts.few") : undefined,
          }))}
        />
        <Actions>
          <Button look="quiet" name="intent" value="conducts" consequence={t("conducts.saveEffect")}>
            {t("conducts.save")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}

/** Whether texts stand open and in plain ink. */
export function Reading({ slot, plain }: { slot: number; plain: boolean }) {
  const { t } = useTranslation("shifts");
  return (
    <Section title={t("reading.title")} id="reading">
      <p>{t("reading.lead")}</p>
      <form method="post" className="stack">
        <input type="hidden" name="slot" value={slot} />
        <Checkbox
          field={plainField("plain", { initialValue: plain })}
          label={t("reading.plain")}
          hint={t("reading.plainHint")}
        />
        <Actions>
          <Button look="quiet" name="intent" value="plain">
            {t("reading.save")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
