import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageOf } from "~/accounts/reader-language.server";
import type { OwnPseudonym } from "~/accounts/viewer";
import { RefusalNotice } from "~/limits/refusal-notice";
import { type Refused, refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { addPseudonym, type NameRefused } from "~/pseudonyms/add-pseudonym.server";
import { requireMember, requireProof } from "~/pseudonyms/door.server";
import { namesForm } from "~/pseudonyms/forms";
import { proposeNames } from "~/pseudonyms/names-in-use.server";
import { OwnNames } from "~/pseudonyms/own-names";
import { MOST_NAMES, mayAddName, mayRetire, mayUndoBurning } from "~/pseudonyms/permissions";
import { retirePseudonym } from "~/pseudonyms/retire-pseudonym.server";
import { speakAs, speaking } from "~/pseudonyms/speak-as.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("pseudonyms:own.title") }],
};

/** How many names are proposed beside the field. */
const PROPOSED = 4;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const current = speaking(viewer)?.slot;
  return {
    names: viewer.pseudonyms.map(({ slot, name, leaf, state }) => ({
      slot,
      ...shownAs({ name, leaf, state }, mayUndoBurning(viewer, slot, args.context.now).ok),
      speaks: slot === current,
      canRetire: mayRetire(viewer, slot).ok,
    })),
    canAdd: mayAddName(viewer).ok,
    full: viewer.pseudonyms.length >= MOST_NAMES,
    proposals: await proposeNames(args.context.site.database.read, languageOf(args.request, viewer), PROPOSED),
  };
}

type Shown = Pick<OwnPseudonym, "name" | "leaf" | "state">;

/** A burned name whose day is over stands in no page any more, not even its owner's: somebody may look over their shoulder. */
const shownAs = (own: Shown, canUndo: boolean) =>
  own.state === "burned" && !canUndo ? { name: "", leaf: 0, state: "gone" as const } : own;

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const form = namesForm.safeParse(Object.fromEntries(await args.request.clone().formData()));
  if (!form.success) return sendBack(refused("invalid"));
  const asked = form.data;
  if (asked.deed === "retire" && !asked.sure) {
    const name = viewer.pseudonyms.find(({ slot }) => slot === asked.slot);
    return name ? data({ ask: asked.slot, typed: "", problem: null, refusal: null }) : sendBack(refused("not-found"));
  }
  if (asked.deed !== "speak") await requireProof(args);
  const answer =
    asked.deed === "add"
      ? await addPseudonym(site, viewer, asked.name, now)
      : asked.deed === "speak"
        ? await speakAs(site, viewer, asked.slot, now)
        : await retirePseudonym(site, viewer, asked.slot, now);
  return answer.ok ? redirect("/me/names", 303) : sendBack(answer, asked.deed === "add" ? asked.name : "");
}

function sendBack(refusal: Refused & NameRefused, typed = "") {
  const { ok, reason, pace, problem = null } = refusal;
  return data({ ask: null, typed, problem, refusal: { ok, reason, pace } }, initOf(refusal));
}

export default function Names() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      {!answered?.problem && <RefusalNotice refusal={answered?.refusal} />}
      <OwnNames
        {...loaded}
        ask={answered?.ask ?? null}
        typed={answered?.typed ?? ""}
        problem={answered?.problem ?? null}
      />
    </>
  );
}
