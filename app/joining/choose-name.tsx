import { useTranslation } from "react-i18next";
import { RefusalNotice } from "../limits/refusal-notice";
import type { Refused } from "../platform/outcome";
import type { NameProblem } from "../pseudonyms/name-rules";
import { Actions, Button, LinkButton } from "../ui/button";
import { RadioGroup } from "../ui/choice-fields";
import { plainField } from "../ui/field";
import { PageHeader, Section } from "../ui/page-header";
import { TextField } from "../ui/text-field";
import type { Age } from "./forms";

/** What the first page behind a door shows. `problem`: why the name that was sent can't be used; `wrong`: what else isn't right yet. */
export type Choosing = {
  by: "founding" | "invitation" | "itself";
  /** The age that is asked about; null where it isn't asked, or was said already. */
  minimumAge: number | null;
  proposals: string[];
  own: string;
  age?: Age | undefined;
  communityName: string;
  /** Words that were shown already and stay while another name is chosen. */
  sealed?: string | undefined;
  problem?: NameProblem | "taken" | "none" | undefined;
  wrong?: "age" | "community" | undefined;
};

/** Says what will happen, and lets a newcomer choose a name; whoever founds the community names it as well. */
export function ChooseName({ choosing }: { choosing: Choosing }) {
  const { t } = useTranslation(["joining", "pseudonyms"]);
  const { by, minimumAge, proposals, own, communityName, problem, wrong } = choosing;
  const founding = by === "founding";
  const error = problem && (problem === "none" ? t("name.choose") : t(`pseudonyms:problems.${problem}`));
  const proposed = proposals[0];
  return (
    <>
      <PageHeader title={founding ? t("foundingTitle") : t("title")} lead={t(`leads.${by}`)} />
      <Section title={t("steps.title")}>
        <ol className="steps">
          <li>{t("steps.name")}</li>
          <li>{t("steps.words")}</li>
          <li>{t("steps.in")}</li>
        </ol>
      </Section>
      <form method="post" className="stack section" autoComplete="off">
        {choosing.sealed && <input type="hidden" name="sealed" value={choosing.sealed} />}
        {founding && (
          <TextField
            field={plainField("communityName", {
              initialValue: communityName,
              errors: wrong === "community" ? [t("community.needed")] : [],
            })}
            label={t("community.title")}
            hint={t("community.hint")}
          />
        )}
        <RadioGroup
          field={plainField("proposed", { initialValue: own ? "" : proposed })}
          label={t("name.title")}
          hint={t("name.hint")}
          options={[...proposals.map((name) => ({ value: name, label: name })), { value: "", label: t("name.own") }]}
        />
        <TextField
          field={plainField("own", { initialValue: own, errors: error ? [error] : [] })}
          label={t("name.ownLabel")}
          hint={t("name.ownHint")}
          optional
          spellCheck={false}
        />
        {minimumAge !== null && (
          <RadioGroup
            field={plainField("age", {
              initialValue: choosing.age,
              errors: wrong === "age" ? [t("age.choose")] : [],
            })}
            label={t("age.title")}
            hint={t("age.hint")}
            options={[
              { value: "older", label: t("age.older", { age: minimumAge }) },
              { value: "younger", label: t("age.younger") },
            ]}
          />
        )}
        {!founding && (
          <p className="soft">
            {t("agreements")} <a href="/agreements">{t("agreementsLink")}</a>.
          </p>
        )}
        <Actions>
          <Button name="step" value="choose" consequence={t("name.goConsequence")}>
            {t("name.go")}
          </Button>
          <Button name="step" value="another" look="quiet">
            {t("name.another")}
          </Button>
        </Actions>
      </form>
    </>
  );
}

/** The page of a link that leads nowhere, or nowhere any more. */
export function NoWayIn({ refusal }: { refusal: Refused | null }) {
  const { t } = useTranslation("joining");
  return (
    <>
      <PageHeader title={t("gone.title")} />
      <RefusalNotice refusal={refusal} />
      <Actions>
        <LinkButton href="/join">{t("gone.again")}</LinkButton>
        <LinkButton href="/sign-in" look="quiet">
          {t("policy.haveAccount")}
        </LinkButton>
        <LinkButton href="/" look="quiet">
          {t("policy.read")}
        </LinkButton>
      </Actions>
    </>
  );
}
