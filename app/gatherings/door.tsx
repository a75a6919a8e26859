import { useTranslation } from "react-i18next";
import { SwitchQuestion } from "../discussion/posts/composer-fields";
import type { Refused } from "../platform/outcome";
import { Button, LinkButton } from "../ui/button";
import { Checkbox, RadioGroup } from "../ui/choice-fields";
import { plainField } from "../ui/field";
import { Notice } from "../ui/notice";
import { Section } from "../ui/page-header";
import { DeedButton, DeedForm } from "./deed-form";
import type { GatheringView } from "./room-view";

/** As whom somebody wanted to come in, and why they couldn't. */
type Asked = { as: string | undefined; refusal: Refused | null };

/** Outside of the room: what it's for, what one agrees to, and the door. */
export function Outside({ view, asked }: { view: GatheringView; asked?: Asked }) {
  const { t } = useTranslation("gatherings");
  return (
    <>
      <Section title={t("purpose")}>
        <p className="as-typed">{view.purpose}</p>
      </Section>
      <Section title={t("groundRules")}>
        <p className="as-typed">{view.groundRules}</p>
        <p className="small soft">{t(view.keepMessages ? "keeps" : "sweeps")}</p>
      </Section>
      {view.state === "called-off" && <Notice>{t("before.over")}</Notice>}
      {view.state === "planned" && <Before view={view} />}
      {(view.state === "open" || view.state === "paused") && <Door view={view} asked={asked} />}
    </>
  );
}

function Before({ view }: { view: GatheringView }) {
  const { t } = useTranslation("gatherings");
  if (view.guest) return <SignIn view={view} />;
  const { mine, count } = view.coming;
  return (
    <div className="stack">
      {view.hosting ? (
        <>
          {count !== null && <p>{t("before.count", { count })}</p>}
          <DeedButton
            deed="open"
            look="primary"
            consequence={t("before.openHint", { name: view.door?.names[0]?.name ?? view.hostName })}
          >
            {t("before.open")}
          </DeedButton>
          <DeedButton deed="call-off" look="danger" consequence={t("before.callOffHint")}>
            {t("before.callOff")}
          </DeedButton>
        </>
      ) : (
        <>
          {mine && <Notice tone="success">{t("before.youllCome")}</Notice>}
          <DeedButton
            deed="come"
            fields={{ coming: mine ? "off" : "on" }}
            look={mine ? "quiet" : "primary"}
            consequence={mine ? undefined : t("before.comeHint")}
          >
            {t(mine ? "before.dontCome" : "before.come")}
          </DeedButton>
          <p className="small soft">{t("before.wait")}</p>
        </>
      )}
    </div>
  );
}

function SignIn({ view }: { view: GatheringView }) {
  const { t } = useTranslation("gatherings");
  return <LinkButton href={`/sign-in?back=/gatherings/${view.link}`}>{t("before.signIn")}</LinkButton>;
}

function Door({ view, asked }: { view: GatheringView; asked?: Asked }) {
  const { t } = useTranslation("gatherings");
  const { t: why } = useTranslation("refusals");
  const { door } = view;
  if (view.guest) return <SignIn view={view} />;
  if (!door) return null;
  if (door.reason) return <Notice tone="care">{why(door.reason)}</Notice>;
  const names = door.names.map(({ slot, name }) => ({ value: String(slot), label: name }));
  const mask = { value: "mask", label: t("door.mask"), hint: t("door.maskHint") };
  const usual = names.find(({ value }) => value === String(door.usual))?.value;
  return (
    <Section title={t("door.title")} id="door">
      <DeedForm deed="enter" className="stack">
        <RadioGroup
          field={plainField("as", { initialValue: asked?.as ?? usual ?? names[0]?.value ?? "mask", required: true })}
          label={t("door.as")}
          options={door.mask ? [...names, mask] : names}
        />
        {asked && door.usual !== null && (
          <SwitchQuestion
            refusal={asked.refusal}
            choices={{ speakers: door.names, usual: door.usual }}
            chosen={asked.as}
          />
        )}
        <Checkbox field={plainField("agreed", { required: true })} label={t("door.agree")} />
        <Button consequence={t("door.once")}>{t("door.enter")}</Button>
      </DeedForm>
    </Section>
  );
}
