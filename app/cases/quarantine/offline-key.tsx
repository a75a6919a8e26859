import { useTranslation } from "react-i18next";
import { Actions, Button } from "../../ui/button";
import { plainField } from "../../ui/field";
import { Folded } from "../../ui/folded";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/page-header";
import { TextField } from "../../ui/text-field";

const STEPS = ["where", "keep", "paste", "lost"] as const;

/** Which key holds, how one is made, and where its public half goes. `typed` is never a secret half: that is thrown away. */
export function OfflineKey({ offlineKey, typed, wrong }: { offlineKey: string | null; typed: string; wrong: boolean }) {
  const { t } = useTranslation("aside");
  const field = plainField("key", { initialValue: typed, ...(wrong ? { errors: [t("key.wrong")] } : {}) });
  return (
    <Section title={t("key.title")}>
      {offlineKey ? (
        <>
          <p>
            {t("key.standing")}: <code>{offlineKey}</code>
          </p>
          <p className="small soft">{t("key.standingMore")}</p>
        </>
      ) : (
        <Notice tone="danger">{t("key.none")}</Notice>
      )}
      <Folded summary={t("key.how")} open={!offlineKey}>
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{t(`key.steps.${step}`)}</li>
          ))}
        </ol>
      </Folded>
      <form method="post" className="stack" noValidate>
        <TextField
          field={field}
          label={t("key.field")}
          hint={t("key.fieldHint")}
          autoComplete="off"
          spellCheck={false}
        />
        <Actions>
          <Button consequence={t("key.setEffect")}>{t("key.set")}</Button>
        </Actions>
      </form>
    </Section>
  );
}
