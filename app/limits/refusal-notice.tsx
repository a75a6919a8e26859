import { useTranslation } from "react-i18next";
import { toLink } from "../platform/ids";
import type { Refused } from "../platform/outcome";
import { Deadline } from "../ui/day";
import { Notice } from "../ui/notice";
import { LimitNotice } from "./limit-notice";

/** Why a deed was refused and until when, to stand above the form that was sent. Nothing without a refusal. */
export function RefusalNotice({ refusal }: { refusal: Refused | null | undefined }) {
  const { t } = useTranslation(["refusals", "limits"]);
  if (!refusal) return null;
  if (refusal.pace) return <LimitNotice pace={refusal.pace} />;
  return (
    <Notice tone="care" announce>
      <p>
        {t(refusal.reason)}{" "}
        {refusal.until && (
          <>
            {t("limits:refusal.until")} <Deadline at={refusal.until} />
          </>
        )}
      </p>
      {refusal.why && (
        <p className="said">
          {t("limits:refusal.given")} {refusal.why}
        </p>
      )}
      {refusal.caseId !== undefined && (
        <p>
          <a href={`/decisions/${toLink(refusal.caseId)}`}>{t("limits:refusal.decision")}</a>
        </p>
      )}
    </Notice>
  );
}
