import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Actions, Button, LinkButton } from "../../ui/button";
import { RadioGroup } from "../../ui/choice-fields";
import { fieldWith, plainField } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { PageHeader, Section } from "../../ui/page-header";
import type { PartName } from "./parts";

const STAYS_OUT = ["others", "removed", "secrets", "cases", "quoted", "journal"] as const;

type Props = {
  parts: { name: PartName; count: number }[];
  names: { slot: number; name: string }[];
  /** Whether a burned name is left out. */
  burned: boolean;
  chosen?: unknown;
  wrong: boolean;
  /** Why it was refused, if it was. */
  children: ReactNode;
};

/** What an archive holds and what it doesn't, before it is made. The script `take-along` shows how far it is. */
export function TakeAlongPage({ parts, names, burned, chosen, wrong, children }: Props) {
  const { t } = useTranslation("takeAlong");
  const there = parts.filter((part) => part.count > 0);
  const things = parts.reduce((sum, part) => sum + part.count, 0);
  const field = {
    ...plainField("of"),
    initialValue: typeof chosen === "string" ? chosen : names.length > 1 ? undefined : "all",
    required: true,
  };
  const options = [
    { value: "all", label: t("of.all"), hint: t("of.allHint") },
    ...names.map(({ slot, name }) => ({ value: String(slot), label: t("of.one", { name }), hint: t("of.oneHint") })),
  ];
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {children}
      <Notice tone="care">{t(names.length > 1 ? "warning.all" : "warning.one")}</Notice>
      <Section title={t("insideTitle")}>
        <p>{t("insideLead")}</p>
        <ul className="steps">
          {there.map(({ name, count }) => (
            <li key={name}>
              {t(`parts.${name}`)}: {count}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("outsideTitle")}>
        <ul className="steps">
          {STAYS_OUT.map((what) => (
            <li key={what}>{t(`outside.${what}`)}</li>
          ))}
          {burned && <li>{t("outside.burned")}</li>}
        </ul>
      </Section>
      <form
        method="post"
        className="stack section"
        data-take-along
        data-working={t("working", { count: things, size: "{size}" })}
        data-done={t("done", { size: "{size}" })}
        data-failed={t("failed")}
      >
        <h2>{t("goTitle")}</h2>
        <RadioGroup
          field={wrong ? fieldWith(field, { errors: [t("choose")] }) : field}
          label={t("of.label")}
          options={options}
        />
        <Actions>
          <Button consequence={t("goConsequence")}>{t("go")}</Button>
          <LinkButton look="quiet" href="/me">
            {t("back")}
          </LinkButton>
        </Actions>
        <div hidden className="work">
          <progress aria-label={t("progress")} />
        </div>
        <p role="status" />
      </form>
    </>
  );
}
