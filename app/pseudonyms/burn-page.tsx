import { useTranslation } from "react-i18next";
import type { Office } from "../accounts/viewer";
import { Actions, Button, LinkButton } from "../ui/button";
import { Deadline } from "../ui/day";
import { Notice } from "../ui/notice";
import { PageHeader, Section } from "../ui/page-header";
import { WhichName } from "./which-name";

type Name = { slot: number; name: string; leaf: number };

type Props = {
  /** Those that can be burned. */
  names: Name[];
  /** The slot that the press is about, unless another is chosen. */
  chosen: number | null;
  /** Those whose burning can still be taken back, and until when. */
  burned: { slot: number; name: string; until: Date }[];
  nameless: boolean;
  canAdd: boolean;
  /** Whether the viewer holds an office under any name. */
  office: boolean;
  /** Offices that nobody else holds, with the name that does. */
  alone: { office: Office; name: string }[];
};

/** Burning a name: what it will do, then one press. What was burned within the last day can be taken back here. */
export function BurnPage({ names, chosen, burned, nameless, canAdd, office, alone }: Props) {
  const { t } = useTranslation("pseudonyms");
  return (
    <>
      <PageHeader title={t("burn.title")} lead={t("burn.lead")} />
      {burned.map((one) => (
        <Burned key={one.slot} {...one} />
      ))}
      {nameless && (
        <Notice tone="care">
          <div className="stack stack-tight">
            <p>{t(canAdd ? "burn.nameless" : "burn.full")}</p>
            {canAdd && <LinkButton href="/me/names#add">{t("burn.choose")}</LinkButton>}
          </div>
        </Notice>
      )}
      {names.length === 0 ? (
        <p className="soft">{t("burn.nothing")}</p>
      ) : (
        <form method="post" className="stack">
          <WhichName names={names} chosen={chosen} label={t("burn.which")} />
          <WhatHappens office={office} alone={alone} />
          <Actions>
            <Button look="danger" name="deed" value="burn" consequence={t("burn.goConsequence")}>
              {t("burn.go")}
            </Button>
            <LinkButton look="quiet" href="/me/names">
              {t("burn.keep")}
            </LinkButton>
          </Actions>
        </form>
      )}
    </>
  );
}

function WhatHappens({ office, alone }: Pick<Props, "office" | "alone">) {
  const { t } = useTranslation("pseudonyms");
  return (
    <>
      <Section title={t("burn.at")}>
        <ul>
          <li>{t("burn.atHide")}</li>
          <li>{t("burn.atEnd")}</li>
          {office && <li>{t("burn.atOffice")}</li>}
        </ul>
        {alone.map(({ office, name }) => (
          <Notice key={office} tone="care">
            {t(`burn.alone.${office}`, { name })}
          </Notice>
        ))}
      </Section>
      <Section title={t("burn.day")}>
        <p>{t("burn.dayUndo")}</p>
      </Section>
      <Section title={t("burn.after")}>
        <ul>
          <li>{t("burn.afterErase")}</li>
          <li>{t("burn.afterName")}</li>
        </ul>
        <p>{t("burn.stays")}</p>
      </Section>
    </>
  );
}

function Burned({ slot, name, until }: Props["burned"][number]) {
  const { t } = useTranslation("pseudonyms");
  return (
    <Notice tone="success" title={t("burn.burnedTitle", { name })} announce>
      <div className="stack stack-tight">
        <p>
          {t("burn.burned")} <Deadline at={until} />
        </p>
        <form method="post">
          <input type="hidden" name="slot" value={slot} />
          <Button look="quiet" small name="deed" value="undo" consequence={t("burn.undoConsequence")}>
            {t("burn.undo")}
          </Button>
        </form>
      </div>
    </Notice>
  );
}
