import { useTranslation } from "react-i18next";
import { Actions, Button, LinkButton } from "../../ui/button";
import { Section } from "../../ui/page-header";
import type { ShownSecret } from "./code-app.server";
import { CodeField } from "./second-step";

/** The secret of a new authenticator app, shown once, and the first code that puts it in force. `wrong`: the code typed wasn't one of it. */
export function NewCodeApp({ shown, wrong }: { shown: ShownSecret; wrong: boolean }) {
  const { t } = useTranslation(["factors", "refusals"]);
  const { size, path } = shown;
  return (
    <>
      <Section title={t("app.scan")}>
        {/* Cameras want dark squares on light, whatever the page's colours. */}
        <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("app.scanAlt")}>
          <path fill="white" d={`M0 0h${size}v${size}h-${size}z`} />
          <path fill="black" shapeRendering="crispEdges" d={path} />
        </svg>
        <p>
          <a href={shown.link}>{t("app.open")}</a>
        </p>
      </Section>
      <Section title={t("app.type")}>
        <p className="recovery-code">{shown.groups}</p>
        <p className="soft">{t("app.typeHint")}</p>
      </Section>
      <Section title={t("app.confirm")}>
        <form method="post" className="stack" autoComplete="off">
          <input type="hidden" name="step" value="confirm" />
          <CodeField hint={t("app.codeHint")} {...(wrong && { errors: [t("refusals:wrong-code")] })} />
          <Actions>
            <Button consequence={t("app.goConsequence")}>{t("app.go")}</Button>
            <LinkButton look="quiet" href="/me/factors">
              {t("app.leave")}
            </LinkButton>
          </Actions>
        </form>
      </Section>
    </>
  );
}
