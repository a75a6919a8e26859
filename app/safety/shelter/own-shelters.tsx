import { useTranslation } from "react-i18next";
import { WhichName } from "../../pseudonyms/which-name";
import { Actions, Button } from "../../ui/button";
import { RadioGroup } from "../../ui/choice-fields";
import { Deadline } from "../../ui/day";
import { plainField } from "../../ui/field";
import { Folded } from "../../ui/folded";
import { Section } from "../../ui/page-header";
import { TextField } from "../../ui/text-field";
import { lengths } from "./forms";

/** For how long, as a choice of three. */
function Hours({ id, label, chosen = "24" }: { id: string; label: string; chosen?: string | undefined }) {
  const { t } = useTranslation("shelter");
  return (
    <RadioGroup
      field={plainField("hours", { id, initialValue: chosen, required: true })}
      label={label}
      options={lengths.map((one) => ({ value: one, label: t(`hours.${one}`) }))}
    />
  );
}

type Name = { slot: number; name: string; leaf: number };

/** Begins shelter for one of the names that have none. */
export function BeginShelter({ names, chosen, hours }: { names: Name[]; chosen: number; hours?: string | undefined }) {
  const { t } = useTranslation("shelter");
  return (
    <Section title={t("begin")}>
      <form method="post" className="stack">
        <input type="hidden" name="deed" value="begin" />
        <WhichName names={names} label={t("which")} chosen={chosen} />
        <Hours id="hours" label={t("howLong")} chosen={hours} />
        <Actions>
          <Button consequence={t("beginEffect")}>{t("beginDo")}</Button>
        </Actions>
      </form>
    </Section>
  );
}

type Shelter = Name & {
  until: Date;
  reader: { name: string; state: "asked" | "reading" | "declined" } | null;
  typed: Record<string, string>;
};

/** One shelter that is on: until when, who reads along, and how to change either. */
export function OneShelter({ slot, name, until, reader, typed }: Shelter) {
  const { t } = useTranslation("shelter");
  const back = typed.deed === "ask" && Number(typed.slot) === slot ? typed.reader : undefined;
  return (
    <Section title={t("on", { name })}>
      <p>
        {t("until")} <Deadline at={until} />
      </p>
      <form method="post" className="stack">
        <input type="hidden" name="slot" value={slot} />
        <Actions>
          <Button look="quiet" name="deed" value="end" consequence={t("endEffect")}>
            {t("end")}
          </Button>
        </Actions>
      </form>
      <Folded summary={t("extend")}>
        <form method="post" className="stack">
          <input type="hidden" name="deed" value="begin" />
          <input type="hidden" name="slot" value={slot} />
          <Hours id={`hours-${slot}`} label={t("fromNow")} />
          <Button look="quiet" consequence={t("extendEffect")}>
            {t("extendDo")}
          </Button>
        </form>
      </Folded>
      {reader && (
        <form method="post" className="stack">
          <p>{t(`reader.${reader.state}`, { name: reader.name })}</p>
          <input type="hidden" name="slot" value={slot} />
          {reader.state !== "declined" && (
            <Button look="quiet" name="deed" value="dismiss" consequence={t("dismissEffect")}>
              {t("dismiss")}
            </Button>
          )}
        </form>
      )}
      <Folded summary={t(reader ? "askAnother" : "ask")} open={back !== undefined}>
        <form method="post" className="stack">
          <input type="hidden" name="deed" value="ask" />
          <input type="hidden" name="slot" value={slot} />
          <TextField
            field={plainField("reader", { id: `reader-${slot}`, initialValue: back, required: true })}
            label={t("readerName")}
            hint={t("readerHint")}
            autoComplete="off"
          />
          <Button look="quiet" consequence={t("askEffect")}>
            {t("askDo")}
          </Button>
        </form>
      </Folded>
    </Section>
  );
}

/** What shelter does and what it doesn't, before it's begun and while it's on. */
export function WhatShelterDoes() {
  const { t } = useTranslation("shelter");
  return (
    <Section title={t("what")}>
      <ul>
        {(["folds", "holds", "knows", "silent", "phone"] as const).map((one) => (
          <li key={one}>{t(`does.${one}`)}</li>
        ))}
      </ul>
      <p>
        <a href="/handbook/shelter">{t("more")}</a>
      </p>
    </Section>
  );
}
