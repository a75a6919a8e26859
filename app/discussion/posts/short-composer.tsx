import { useTranslation } from "react-i18next";
import { Actions, Button } from "../../ui/button";
import { Folded } from "../../ui/folded";
import { DraftNotice, KeepDraft } from "../drafts/kept-draft";
import { BodyField, type ComposerChoices, emptyFields, LabelField, NoteFields, SpeakerField } from "./composer-fields";

/** The box under a topic. What goes wrong is shown on the page it posts to, with everything still in it. */
export function ShortComposer({ action, choices }: { action: string; choices: ComposerChoices }) {
  const { t } = useTranslation("discussion");
  const fields = emptyFields(choices.draft?.body);
  return (
    <>
      <DraftNotice draft={choices.draft} action={action} />
      <form method="post" action={action} className="stack composer" id="reply">
        <BodyField field={fields.body} label={t("write.here")} rows={5} />
        <Folded summary={t("write.options")}>
          <div className="stack">
            <NoteFields fields={fields} notes={choices.notes} />
            <LabelField field={fields.storyLabel} />
          </div>
        </Folded>
        <SpeakerField choices={choices} />
        <Actions>
          <Button>{t("write.post")}</Button>
          <KeepDraft />
        </Actions>
      </form>
    </>
  );
}
