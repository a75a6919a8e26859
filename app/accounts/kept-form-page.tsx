import { useTranslation } from "react-i18next";
import { Actions, Button, LinkButton } from "~/ui/button";
import { plainField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { TextArea } from "~/ui/text-field";
import { isWriting, type KeptForm } from "./kept-form";

/** What was written before the door closed, once more: to be changed, sent with one press, or left. */
export function KeptFormPage({ kept, title }: { kept: KeptForm; title: string }) {
  const { t } = useTranslation("accounts");
  return (
    <>
      <PageHeader title={title} lead={t("signIn.kept.lead")} />
      <form method="post" action={kept.to} className="stack">
        {kept.fields.map(([name, value], at) =>
          isWriting(value) ? (
            <TextArea
              // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and the list never changes.
              key={`${name} ${at}`}
              field={plainField(name, { id: `kept-${at}`, initialValue: value })}
              label={t("signIn.kept.words")}
              dir="auto"
            />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and the list never changes.
            <input key={`${name} ${at}`} type="hidden" name={name} value={value} />
          ),
        )}
        <Actions>
          <Button>{t("signIn.kept.send")}</Button>
          <LinkButton href="/" look="quiet">
            {t("signIn.kept.leave")}
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}
