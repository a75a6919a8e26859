import { useTranslation } from "react-i18next";
import { icons } from "../agreements/settings";
import { Actions, Button } from "../ui/button";
import { RadioGroup, Select } from "../ui/choice-fields";
import { plainField } from "../ui/field";
import { Row, Rows } from "../ui/rows";
import { TextField } from "../ui/text-field";
import { Voice } from "../ui/voice";
import type { Office } from "./viewer";

type Chosen = { name: string; tabTitle: string; icon: string; neutralSite: string; joining: string };

/** The settings that a steward may choose. */
export function StewardsSettings({ settings }: { settings: Chosen }) {
  const { t } = useTranslation("accounts");
  return (
    <form method="post" className="stack">
      <TextField
        field={plainField("name", { id: "site-name", initialValue: settings.name, required: true })}
        label={t("steward.name")}
        hint={t("steward.nameHint")}
      />
      <TextField
        field={plainField("tabTitle", { initialValue: settings.tabTitle })}
        label={t("steward.tabTitle")}
        hint={t("steward.tabTitleHint", { name: settings.name })}
        optional
      />
      <RadioGroup
        field={plainField("icon", { initialValue: settings.icon })}
        label={t("steward.icon")}
        hint={t("steward.iconHint")}
        options={icons.map((icon) => ({
          value: icon,
          label: (
            <>
              <img src={`/icons/${icon}.svg`} alt="" width="22" height="22" /> {t(`steward.icons.${icon}`)}
            </>
          ),
        }))}
      />
      <TextField
        field={plainField("neutralSite", { initialValue: settings.neutralSite, required: true })}
        label={t("steward.neutralSite")}
        hint={t("steward.neutralSiteHint")}
        type="url"
      />
      <RadioGroup
        field={plainField("joining", { initialValue: settings.joining })}
        label={t("steward.joining")}
        options={[
          { value: "invite", label: t("steward.joiningInvite") },
          { value: "closed", label: t("steward.joiningClosed") },
          { value: "open", label: t("steward.joiningOpen"), hint: t("steward.joiningOpenHint") },
        ]}
      />
      <Actions>
        <Button name="deed" value="settings">
          {t("steward.save")}
        </Button>
      </Actions>
    </form>
  );
}

type Holder = { office: Office; name: string; leaf: number; canEnd: boolean };

/** Who holds which office, and the form that gives another. `small`: stewards still name moderators. */
export function Offices({ holders, small, typed }: { holders: Holder[]; small: boolean; typed: string }) {
  const { t } = useTranslation("accounts");
  const offices = small ? (["moderator", "organizer", "steward"] as const) : (["organizer", "steward"] as const);
  return (
    <>
      <Rows label={t("steward.offices")}>
        {holders.map(({ office, name, leaf, canEnd }) => (
          <Row
            key={`${office}-${name}`}
            title={<Voice name={name} seed={leaf} />}
            meta={t(`steward.office.${office}`)}
            aside={
              canEnd && (
                <form method="post">
                  <input type="hidden" name="name" value={name} />
                  <input type="hidden" name="office" value={office} />
                  <Button look="quiet" small name="deed" value="end">
                    {t("steward.end")}
                  </Button>
                </form>
              )
            }
          />
        ))}
      </Rows>
      <form method="post" className="stack section" autoComplete="off">
        <TextField
          field={plainField("name", { id: "give-name", initialValue: typed, required: true })}
          label={t("steward.giveName")}
          hint={t("steward.giveNameHint")}
          spellCheck={false}
        />
        <Select
          field={plainField("office")}
          label={t("steward.giveOffice")}
          options={offices.map((office) => ({ value: office, label: t(`steward.office.${office}`) }))}
        />
        <Actions>
          <Button name="deed" value="give" consequence={t("steward.giveConsequence")}>
            {t("steward.give")}
          </Button>
        </Actions>
      </form>
    </>
  );
}
