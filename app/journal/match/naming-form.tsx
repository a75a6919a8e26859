import { useTranslation } from "react-i18next";
import { Actions, Button, LinkButton } from "../../ui/button";
import { plainField } from "../../ui/field";
import { Section } from "../../ui/page-header";
import { TextField } from "../../ui/text-field";

/** What was typed, and the form in which it's compared: null where it tells nothing. */
export type Typed = { name: string; form: string | null };

type Props = { typed: Typed | null; begin: string };

/** Naming an organisation, in two steps: the name, then the form in which it's compared. `begin`: what stands in it at first. */
export function NamingForm({ typed, begin }: Props) {
  const { t } = useTranslation("match");
  if (typed?.form)
    return (
      <Section title={t("form.check")} id="naming">
        <form method="post" className="stack">
          <p className="said" dir="auto">
            <strong>{typed.form}</strong>
          </p>
          <p>{t("form.checkText")}</p>
          <input type="hidden" name="name" value={typed.form} />
          <Actions>
            <Button name="deed" value="name" consequence={t("form.doConsequence")}>
              {t("form.do")}
            </Button>
            <LinkButton look="quiet" href="/me/journal/match#naming">
              {t("form.other")}
            </LinkButton>
          </Actions>
        </form>
      </Section>
    );
  return (
    <Section title={t("form.title")} id="naming">
      <form method="post" action="#naming" className="stack" autoComplete="off">
        <TextField
          field={plainField("name", {
            initialValue: typed?.name ?? begin,
            errors: typed ? [t("errors.name")] : [],
            required: true,
          })}
          label={t("form.field")}
          hint={t("form.hint")}
          dir="auto"
        />
        <Actions>
          <Button name="deed" value="look" consequence={t("form.lookConsequence")}>
            {t("form.look")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
