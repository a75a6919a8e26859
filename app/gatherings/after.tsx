import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { plainField } from "../ui/field";
import { Folded } from "../ui/folded";
import { Notice } from "../ui/notice";
import { Section } from "../ui/page-header";
import { TextArea } from "../ui/text-field";
import { ConsentPart } from "./consent-part";
import { DeedForm } from "./deed-form";
import { Messages } from "./messages";
import type { AfterView, GatheringView } from "./room-view";

/** What is left: the summary, and for a while what was said. */
export function After({ view, after, kept }: { view: GatheringView; after: AfterView; kept?: string | undefined }) {
  const { t } = useTranslation("gatherings");
  return (
    <>
      <Notice title={t("after.over")}>
        {t(after.sweeps ? "after.sweeps" : view.keepMessages ? "after.kept" : "after.swept")}
      </Notice>
      <Section title={t("after.summary")}>
        {after.summary ? <p className="as-typed">{after.summary}</p> : <p className="soft">{t("after.noSummary")}</p>}
        {after.answers && (
          <>
            <p>{t("after.stand")}</p>
            <ConsentPart about="summary" tally={after.answers} mine={after.mine} />
          </>
        )}
        {after.canSummarise && (
          <Folded
            summary={t(after.summary ? "after.change" : "after.write")}
            open={kept !== undefined || after.summary === null}
          >
            <DeedForm deed="summarise" className="stack">
              <TextArea
                field={plainField("summary", { initialValue: kept ?? after.summary ?? undefined, required: true })}
                label={t("after.label")}
                hint={t("after.hint")}
              />
              <Button>{t("after.save")}</Button>
            </DeedForm>
          </Folded>
        )}
      </Section>
      <Section title={t("purpose")}>
        <p className="as-typed">{view.purpose}</p>
      </Section>
      {after.messages.length > 0 && (
        <Section title={t("room.messages")}>
          <Messages messages={after.messages} />
        </Section>
      )}
    </>
  );
}
