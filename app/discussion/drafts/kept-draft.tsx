import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Day } from "../../ui/day";
import { Notice } from "../../ui/notice";

/** Above a composer whose words come from a draft: until when it's kept, who could read it, and a button that throws it away. */
export function DraftNotice({
  draft,
  action,
  another = false,
}: {
  draft: { title: string; body: string; until: Date } | null | undefined;
  /** The address of the composer's page, where this isn't it. */
  action?: string;
  /** The words in the composer are others than those kept here: both are shown. */
  another?: boolean;
}) {
  const { t } = useTranslation("discussion");
  if (!draft) return null;
  if (another)
    return (
      <Notice tone="care" title={t("draft.otherTitle")} announce>
        <p>{t("draft.other")}</p>
        <p className="said" dir="auto">
          {[draft.title, draft.body].filter(Boolean).join("\n\n")}
        </p>
      </Notice>
    );
  return (
    <Notice>
      <form method="post" action={action} className="stack stack-tight">
        <p>
          {t("draft.until")} <Day date={draft.until} />. {t("draft.seen")} <a href="/me/drafts">{t("draft.all")}</a>
        </p>
        <div>
          <Button look="quiet" small name="deed" value="drop-draft">
            {t("draft.drop")}
          </Button>
        </div>
      </form>
    </Notice>
  );
}

/** Beside the button that posts. Fields that would be needed for posting may be empty. */
export function KeepDraft() {
  const { t } = useTranslation("discussion");
  return (
    <Button look="quiet" name="deed" value="keep-draft" formNoValidate>
      {t("draft.keep")}
    </Button>
  );
}
