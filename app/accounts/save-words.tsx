import { useTranslation } from "react-i18next";
import { Actions, Button } from "../ui/button";
import { plainField } from "../ui/field";
import { HiddenFields } from "../ui/hidden-fields";
import { Notice } from "../ui/notice";
import { PageHeader, Section } from "../ui/page-header";
import { TextField } from "../ui/text-field";
import { DeviceFields } from "./device-fields";
import { hiddenFields, type KeptForm } from "./kept-form";

/** What the page that shows new words needs. `wrong`: the word that was asked back wasn't it. */
export type ShownWords = {
  words: string[];
  /** The recovery code in groups of four. */
  recovery: string;
  sealed: string;
  /** The name chosen a step before, when an account is being made. */
  name?: string | undefined;
  /** The journal stays closed under the words that were lost. */
  shut: boolean;
  wrong: boolean;
};

/** The page that shows a codename and a recovery code, once, and asks for the third word before anything is kept. */
export function SaveWords({
  shown,
  why,
  kept,
}: {
  shown: ShownWords;
  why: "joining" | "recovery" | "change";
  /** What was written when a session had ended, and travels along. */
  kept?: KeptForm | null | undefined;
}) {
  const { t } = useTranslation(["accounts", "refusals"]);
  const errors = shown.wrong ? [t("refusals:wrong-word")] : [];
  return (
    <>
      <PageHeader title={t("save.title")} lead={t("save.lead")} />
      {shown.name && (
        <p>
          {t("save.asName")} <strong>{shown.name}</strong>.
        </p>
      )}
      {shown.shut && (
        <Notice tone="care" title={t("save.shutTitle")}>
          {t("save.shut")}
        </Notice>
      )}
      <Section title={t("save.words")}>
        <p className="soft">{t("save.wordsHint")}</p>
        <ol className="codename">
          {shown.words.map((word, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may be drawn twice, and the list never changes.
            <li key={i}>{word}</li>
          ))}
        </ol>
      </Section>
      <Section title={t("save.recovery")}>
        <p className="soft">{t("save.recoveryHint")}</p>
        <p className="recovery-code">{shown.recovery}</p>
      </Section>
      <Section title={t("save.howTitle")}>
        <ul className="steps">
          <li>{t("save.onPaper")}</li>
          <li>{t("save.elsewhere")}</li>
          <li>{t("save.trusted")}</li>
          <li>{t("save.lost")}</li>
          {why === "joining" && <li>{t("save.passphrase")}</li>}
        </ul>
      </Section>
      <form method="post" className="stack section" autoComplete="off">
        <input type="hidden" name="sealed" value={shown.sealed} />
        {kept && <HiddenFields of={hiddenFields(kept)} />}
        <TextField
          field={plainField("word", { errors, required: true })}
          label={t("save.confirm")}
          hint={t("save.confirmHint")}
          short
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        {why !== "change" && <DeviceFields device={plainField("device", { initialValue: "shared" })} />}
        <Actions>
          <Button name="step" value="save" consequence={t(`save.consequence.${why}`)}>
            {why === "change" ? t("save.goChange") : t("save.go")}
          </Button>
        </Actions>
      </form>
      {why === "joining" && (
        <form method="post">
          <input type="hidden" name="sealed" value={shown.sealed} />
          <Button look="plain" name="step" value="rename">
            {t("save.otherName")}
          </Button>
        </form>
      )}
    </>
  );
}
