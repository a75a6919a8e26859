import { useTranslation } from "react-i18next";
import { RefusalNotice } from "../limits/refusal-notice";
import type { Refused } from "../platform/outcome";
import type { NameProblem } from "../pseudonyms/name-rules";
import { Actions, Button, LinkButton } from "../ui/button";
import { RadioGroup } from "../ui/choice-fields";
import { plainField } from "../ui/field";
import { PageHeader, Section } from "../ui/page-header";
import { TextField } from "../ui/text-field";

/** What the first page of an invitation shows. `problem`: why the name that was sent can't be used. */
export type Choosing = {
  founding: boolean;
  proposals: string[];
  own: string;
  communityName: string;
  /** Words that were shown already and stay while another name is chosen. */
  sealed?: string | undefined;
  problem?: NameProblem | "taken" | "none" | undefined;
  communityNameWrong?: boolean | undefined;
};

/** Says what will happen, and lets a newcomer choose a name; whoever founds the community names it as well. */
export function ChooseName({ choosing }: { choosing: Choosing }) {
  const { t } = useTranslation(["joining", "pseudonyms"]);
  const { founding, proposals, own, communityName, problem } = choosing;
  const error = problem && (problem === "none" ? t("name.choose") : t(`pseudonyms:problems.${problem}`));
  return (
    <>
      <PageHeader title={founding ? t("foundingTitle") : t("title")} lead={founding ? t("foundingLead") : t("lead")} />
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
              errors: choosing.communityNameWrong ? [t("community.needed")] : [],
            })}
            label={t("community.title")}
            hint={t("community.hint")}
          />
        )}
        <RadioGroup
          field={plainField("proposed", { initialValue: own ? "" : proposals[0] })}
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

/** The page of a link that leads to no invitation, or to none any more. */
export function NoInvitation({ refusal }: { refusal: Refused | null }) {
  const { t } = useTranslation("joining");
  return (
    <>
      <PageHeader title={t("gone.title")} />
      <RefusalNotice refusal={refusal} />
      <Actions>
        <LinkButton href="/sign-in">{t("policy.haveAccount")}</LinkButton>
        <LinkButton href="/" look="quiet">
          {t("policy.read")}
        </LinkButton>
      </Actions>
    </>
  );
}
