import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { heldAlone } from "~/accounts/office-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { BurnPage } from "~/pseudonyms/burn-page";
import { requireMember, requireProof } from "~/pseudonyms/door.server";
import { burnForm } from "~/pseudonyms/forms";
import { mayAddName, mayBurn, mayUndoBurning } from "~/pseudonyms/permissions";
import { speaking } from "~/pseudonyms/speak-as.server";
import { burnName, undoBurning } from "~/retention/burn-name.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("pseudonyms:own.title"), href: "/me/names" },
    { label: t("pseudonyms:burn.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { now } = args.context;
  const asked = Number(new URL(args.request.url).searchParams.get("slot"));
  const names = viewer.pseudonyms.filter(({ slot }) => mayBurn(viewer, slot).ok);
  const burned = viewer.pseudonyms.filter(({ slot }) => mayUndoBurning(viewer, slot, now).ok);
  const chosen = names.some(({ slot }) => slot === asked) ? asked : names.length === 1 ? names[0]!.slot : null;
  const alone = await heldAlone(
    args.context.site.database.read,
    names.map(({ id }) => id),
    now,
  );
  return {
    names: names.map(({ slot, name, leaf }) => ({ slot, name, leaf })),
    chosen,
    burned: burned.map(({ slot, name, undoUntil }) => ({ slot, name, until: undoUntil! })),
    nameless: speaking(viewer) === null,
    canAdd: mayAddName(viewer).ok,
    office: viewer.offices.length > 0,
    alone: alone.map(({ office, name }) => ({ office, name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const form = burnForm.safeParse(Object.fromEntries(await args.request.clone().formData()));
  if (!form.success) return refuse(refused("invalid"));
  const { deed, slot } = form.data;
  if (deed === "undo") await requireProof(args);
  const done = await (deed === "burn" ? burnName : undoBurning)(site, viewer, slot, now);
  return done.ok ? redirect(deed === "burn" ? "/me/burn" : "/me/names", 303) : refuse(done);
}

export default function Burn() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <RefusalNotice refusal={answered?.refusal} />
      <BurnPage {...loaded} />
    </>
  );
}
