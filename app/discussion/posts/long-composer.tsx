import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RefusalNotice } from "../../limits/refusal-notice";
import type { Refused } from "../../platform/outcome";
import { Actions, Button, LinkButton } from "../../ui/button";
import { Checkbox } from "../../ui/choice-fields";
import type { Field } from "../../ui/field";
import { FormErrors } from "../../ui/form-errors";
import { DraftNotice, KeepDraft } from "../drafts/kept-draft";
import {
  BodyField,
  type ComposerChoices,
  LabelField,
  NoteFields,
  SpeakerField,
  SwitchQuestion,
} from "./composer-fields";
import { useSaid } from "./said";

type Fields = {
  title?: Field;
  body: Field;
  contentNotes: Field;
  ownNote: Field;
  storyLabel: Field;
  slot?: Field;
  asked?: Field;
};

/**
 * The page on which one writes: a topic, a reply, an edit. Everything that was sent comes back after a refusal, with
 * what stands in the way above it. `choices` is absent in an edit, which keeps its name.
 */
export function LongComposer({
  formId,
  fields,
  notes,
  choices,
  refusal,
  go,
  back,
  askConsent,
  children,
}: {
  formId: string;
  fields: Fields;
  notes: string[];
  choices?: ComposerChoices;
  refusal: Refused | null;
  go: string;
  back: string;
  /** The quoted post wants to be asked for. */
  askConsent?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation("discussion");
  const said = useSaid();
  const another = Boolean(choices?.draft) && refusal?.reason === "changed-meanwhile";
  const labelled = [
    ...(fields.title ? [{ field: said(fields.title), label: t("write.title") }] : []),
    { field: said(fields.body), label: t("write.body") },
    { field: said(fields.ownNote), label: t("write.ownNote") },
  ];
  return (
    <>
      {refusal?.reason === "other-name" || another ? null : <RefusalNotice refusal={refusal} />}
      <FormErrors fields={labelled} />
      {choices && <DraftNotice draft={choices.draft} another={another} />}
      <form method="post" id={formId} className="stack composer">
        {choices && <SwitchQuestion refusal={refusal} choices={choices} chosen={fields.slot?.initialValue} />}
        {children}
        <BodyField field={fields.body} />
        {askConsent && fields.asked && (
          <Checkbox field={fields.asked} label={t("write.asked")} hint={t("write.askedHint")} />
        )}
        <NoteFields fields={fields} notes={notes} />
        <LabelField field={fields.storyLabel} />
        {choices && <SpeakerField field={fields.slot} choices={choices} />}
        <Actions>
          <Button>{go}</Button>
          {choices && <KeepDraft />}
          <LinkButton look="quiet" href={back}>
            {t("write.cancel")}
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}
