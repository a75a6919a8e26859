import { createContext, type FormEvent, type ReactNode, useContext } from "react";
import { Button, type ButtonLook } from "../ui/button";
import { HiddenFields } from "../ui/hidden-fields";

type Send = (event: FormEvent<HTMLFormElement>) => void;

/** With scripts and a live line, deeds go over it; without, each form posts. */
export const SendContext = createContext<Send | undefined>(undefined);

/** A form that does one thing in the room. `fields` are sent along unseen. */
export function DeedForm({
  deed,
  fields = {},
  className,
  children,
}: {
  deed: string;
  fields?: Record<string, string>;
  className?: string;
  children: ReactNode;
}) {
  const send = useContext(SendContext);
  return (
    <form method="post" className={className} onSubmit={send}>
      <HiddenFields of={Object.entries({ deed, ...fields })} />
      {children}
    </form>
  );
}

/** One press. */
export function DeedButton({
  deed,
  fields,
  look = "quiet",
  small,
  consequence,
  children,
}: {
  deed: string;
  fields?: Record<string, string>;
  look?: ButtonLook;
  small?: boolean;
  consequence?: ReactNode;
  children: ReactNode;
}) {
  return (
    <DeedForm deed={deed} fields={fields}>
      <Button look={look} small={small} consequence={consequence}>
        {children}
      </Button>
    </DeedForm>
  );
}
