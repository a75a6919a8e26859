import KeyRound from "lucide-react/icons/key-round";
import Smartphone from "lucide-react/icons/smartphone";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Month } from "../../ui/day";
import { EmptyState } from "../../ui/empty-state";
import { Icon } from "../../ui/icon";
import { Section } from "../../ui/page-header";
import { Row, Rows } from "../../ui/rows";
import { VisuallyHidden } from "../../ui/visually-hidden";

/** `link`: the passkey's id as it stands in links. */
type OwnPasskey = { link: string; label: string | null; added: Date };

/** One's own second factors, what to know before adding one, and where to. */
export function OwnFactors({
  codeApp,
  passkeys,
  siteName,
}: {
  codeApp: boolean;
  passkeys: OwnPasskey[];
  siteName: string;
}) {
  const { t } = useTranslation("factors");
  return (
    <>
      {codeApp || passkeys.length > 0 ? (
        <Section title={t("have.title")}>
          <p className="soft">{t("have.removeConsequence")}</p>
          <Rows label={t("have.title")}>
            {codeApp && (
              <Row
                lead={<Icon of={Smartphone} />}
                title={t("have.app")}
                meta={t("have.appAbout")}
                aside={<Remove which="app" name={t("have.app")} />}
              />
            )}
            {passkeys.map(({ link, label, added }) => (
              <Row
                key={link}
                lead={<Icon of={KeyRound} />}
                title={label ?? t("have.passkey")}
                meta={<Since month={added}>{label && t("have.passkey")}</Since>}
                aside={<Remove which={link} name={label ?? t("have.passkey")} />}
              />
            ))}
          </Rows>
        </Section>
      ) : (
        <EmptyState title={t("none.title")}>{t("none.next")}</EmptyState>
      )}
      <Section title={t("before.title")}>
        <ul className="steps">
          <li>{t("before.asks")}</li>
          <li>{t("before.lost")}</li>
          <li>{t("before.traces", { siteName })}</li>
          <li>{t("before.others")}</li>
        </ul>
      </Section>
      <Section title={t("add.title")}>
        <Rows label={t("add.title")}>
          {!codeApp && <Row href="/me/factors/app" title={t("add.app")} about={t("add.appAbout")} />}
          <Row href="/me/factors/passkey" title={t("add.passkey")} about={t("add.passkeyAbout")} />
        </Rows>
      </Section>
    </>
  );
}

function Since({ month, children }: { month: Date; children: ReactNode }) {
  const { t } = useTranslation("factors");
  return (
    <>
      {children && <>{children} · </>}
      {t("have.since")} <Month date={month} />
    </>
  );
}

function Remove({ which, name }: { which: string; name: string }) {
  const { t } = useTranslation("factors");
  return (
    <form method="post" action="/me/factors">
      <input type="hidden" name="remove" value={which} />
      <Button look="quiet" small>
        <span aria-hidden="true">{t("have.remove")}</span>
        <VisuallyHidden>{t("have.removeNamed", { name })}</VisuallyHidden>
      </Button>
    </form>
  );
}
