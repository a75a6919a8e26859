import { useTranslation } from "react-i18next";
import { Actions, Button, LinkButton } from "../ui/button";
import { Chip } from "../ui/chip";
import { plainField } from "../ui/field";
import { Notice } from "../ui/notice";
import { PageHeader, Section } from "../ui/page-header";
import { Row, Rows } from "../ui/rows";
import { TextField } from "../ui/text-field";
import { Voice } from "../ui/voice";
import type { NameProblem } from "./name-rules";

type OwnName = {
  slot: number;
  name: string;
  leaf: number;
  /** `gone`: burned, and its day is over. */
  state: "active" | "retired" | "burned" | "gone";
  /** The one that speaks where a space remembers none. */
  speaks: boolean;
  canRetire: boolean;
};

/** Somebody's own names. `ask`: the slot of a name that they pressed "retire" on, to be asked once; `problem`: why a typed name can't be used. */
export function OwnNames(props: {
  names: OwnName[];
  proposals: string[];
  canAdd: boolean;
  /** All slots are taken. */
  full: boolean;
  ask: number | null;
  typed: string;
  problem: NameProblem | "taken" | null;
}) {
  const { names, proposals, canAdd, full, ask, typed, problem } = props;
  const { t } = useTranslation(["pseudonyms", "handbook"]);
  const asked = names.find(({ slot }) => slot === ask);
  return (
    <>
      <PageHeader title={t("own.title")} lead={t("own.lead")} />
      {asked && <AskToRetire name={asked} />}
      {canAdd && !names.some(({ state }) => state === "active") && <Notice tone="care">{t("own.nameless")}</Notice>}
      <Rows label={t("own.title")}>
        {names.map((own) => (
          <Row
            key={own.slot}
            title={own.state === "gone" ? t("own.burnedAway") : <Voice name={own.name} seed={own.leaf} />}
            meta={own.state === "active" ? undefined : t(`own.${own.state}`)}
            aside={own.state === "active" && <Deeds own={own} />}
          />
        ))}
      </Rows>
      {canAdd ? (
        <Section title={t("own.addTitle")} id="add">
          <form method="post" className="stack" autoComplete="off">
            <TextField
              field={plainField("name", {
                initialValue: typed,
                errors: problem ? [t(`problems.${problem}`)] : [],
                required: true,
              })}
              label={t("own.addName")}
              hint={t("own.addHint", { names: proposals.join(" · ") })}
              spellCheck={false}
            />
            <Actions>
              <Button name="deed" value="add" consequence={t("own.addConsequence")}>
                {t("own.add")}
              </Button>
            </Actions>
          </form>
        </Section>
      ) : (
        full && <p className="soft">{t("own.full")}</p>
      )}
      <p>
        {t("own.burnLead")} <a href="/me/burn">{t("own.burnGo")}</a>
      </p>
      <p>
        <a href="/handbook/names">{t("handbook:aboutNames")}</a>
      </p>
    </>
  );
}

function Deeds({ own }: { own: OwnName }) {
  const { t } = useTranslation("pseudonyms");
  return (
    <div className="cluster">
      {own.speaks ? (
        <Chip tone="moss">{t("own.speaks")}</Chip>
      ) : (
        <form method="post">
          <input type="hidden" name="slot" value={own.slot} />
          <Button look="quiet" small name="deed" value="speak">
            {t("own.speak")}
          </Button>
        </form>
      )}
      {own.canRetire && (
        <form method="post">
          <input type="hidden" name="slot" value={own.slot} />
          <Button look="plain" small name="deed" value="retire">
            {t("own.retire")}
          </Button>
        </form>
      )}
    </div>
  );
}

function AskToRetire({ name }: { name: OwnName }) {
  const { t } = useTranslation("pseudonyms");
  return (
    <Notice tone="danger" title={t("own.retireTitle", { name: name.name })} announce>
      <div className="stack">
        <p>{t("own.retireAbout")}</p>
        <form method="post">
          <input type="hidden" name="slot" value={name.slot} />
          <input type="hidden" name="sure" value="yes" />
          <Actions>
            <Button look="danger" name="deed" value="retire">
              {t("own.retireSure")}
            </Button>
            <LinkButton look="quiet" href="/me/names">
              {t("own.keep")}
            </LinkButton>
          </Actions>
        </form>
      </div>
    </Notice>
  );
}
