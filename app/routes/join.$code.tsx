import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { savedForm } from "~/accounts/forms";
import { languageOf } from "~/accounts/reader-language.server";
import { SaveWords, type ShownWords } from "~/accounts/save-words";
import { shownWords } from "~/accounts/shown-words.server";
import type { Helpline } from "~/agreements/helplines";
import { readSettings } from "~/agreements/settings-queries.server";
import { ChooseName, type Choosing, NoWayIn } from "~/joining/choose-name";
import { type Door, findDoor } from "~/joining/find-door.server";
import { chooseForm, chosenName } from "~/joining/forms";
import { join } from "~/joining/join.server";
import { ageIn, offerAccount, shownBefore } from "~/joining/offer-account.server";
import { openPass } from "~/joining/open-door.server";
import { SomebodyYounger } from "~/joining/somebody-younger";
import { RefusalNotice } from "~/limits/refusal-notice";
import { type Refused, refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { findViewer } from "~/pseudonyms/door.server";
import { proposeNames } from "~/pseudonyms/names-in-use.server";
import { HelplineList } from "~/safety/helplines/helpline-list";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { place: "join" };

/** How many names are proposed at a time. */
const PROPOSED = 5;

/** What somebody younger sees before their words: who is there for them. */
type Younger = { sealed: string; minimumAge: number; helplines: Helpline[] };
type Answer = {
  choosing: Choosing | null;
  younger: Younger | null;
  shown: ShownWords | null;
  refusal: Refused | null;
};

/** The door in the address, or why there's none. Looking costs a little, so that codes can't be tried by the thousand; a pass can't be guessed. */
async function lookAt(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Door | Refused> {
  const { site, network, now } = args.context;
  const code = args.params.code ?? "";
  const pace = openPass(code) ? null : await site.limits.take("open-invitation", { network }, now);
  if (pace && !pace.ok) return pace;
  const found = await findDoor(site.database.read, code, now);
  return found.ok ? found.door : found;
}

const answering = (answer: Partial<Answer>, refusal: Refused | null = null) =>
  data(
    { choosing: null, younger: null, shown: null, refusal, ...answer } satisfies Answer,
    refusal ? initOf(refusal) : undefined,
  );

/** The page on which a name is chosen, as it begins. */
async function choosingAt(args: LoaderFunctionArgs | ActionFunctionArgs, door: Door): Promise<Choosing> {
  const { read } = args.context.site.database;
  const { minimumAge } = await readSettings(read);
  const language = languageOf(args.request, await findViewer(args));
  const proposals = await proposeNames(read, language, PROPOSED);
  return { by: door.by, minimumAge: door.by === "founding" ? null : minimumAge, proposals, own: "", communityName: "" };
}

export async function loader(args: LoaderFunctionArgs) {
  await findViewer(args);
  const door = await lookAt(args);
  return "ok" in door ? answering({}, door) : answering({ choosing: await choosingAt(args, door) });
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await findViewer(args);
  const { request, context, params } = args;
  const { site, network, now } = context;
  const form = Object.fromEntries(await request.formData());
  const code = params.code ?? "";

  const saved = form.step === "save" ? savedForm.safeParse(form) : null;
  if (saved?.success) {
    const { sealed, word, device } = saved.data;
    const answer = await join(site, { code, sealed, word, ownDevice: device === "own", network }, now);
    if (answer.ok) {
      const headers = { "Set-Cookie": answer.setCookie };
      return redirect(answer.founding ? "/steward" : "/", { status: 303, headers });
    }
    const { ok, reason, pace, offer } = answer;
    const refusal = { ok, reason, pace };
    if (!offer) return answering({}, refusal);
    if (reason !== "name-taken") {
      return answering({ shown: shownWords(offer, sealed, reason === "wrong-word") }, refusal);
    }
    form.sealed = sealed;
    form.own = offer.more.name ?? "";
    form.step = "taken";
  }

  const door = await lookAt(args);
  if ("ok" in door) return answering({}, door);
  const chosen = chooseForm.safeParse({ ...form, step: form.step === "choose" ? "choose" : "another" });
  const typed = chosen.success ? chosen.data : { own: "", proposed: "", communityName: "" };
  const { own, proposed, communityName = "", sealed, age } = { sealed: undefined, age: undefined, ...typed };
  const before = shownBefore(sealed, door, now);
  if (form.step === "words" && before) return answering({ shown: shownWords(before, sealed ?? "") });
  const again = async (more: Partial<Choosing>, refusal: Refused | null) => {
    const begun = await choosingAt(args, door);
    // Said once, sealed since: it isn't asked again.
    const minimumAge = ageIn(before) ? null : begun.minimumAge;
    return answering({ choosing: { ...begun, minimumAge, own, communityName, sealed, age, ...more } }, refusal);
  };
  if (form.step === "taken") return again({ problem: "taken" }, refused("name-taken"));
  if (form.step === "words") return again({}, refused("page-too-old"));
  if (!chosen.success) return again({ problem: "too-long" }, refused("invalid"));
  if (chosen.data.step === "another") return again({}, null);
  const name = chosenName({ own, proposed });
  if (!name) return again({ problem: "none" }, refused("invalid"));
  const language = languageOf(request, viewer);
  const answer = await offerAccount(site, { code, name, age, communityName, language, sealed }, now);
  if (!answer.ok) {
    const { problem, wrong, reason, pace } = answer;
    return again({ problem, wrong, own: own || name }, { ok: false, reason, pace });
  }
  if (!answer.younger) return answering({ shown: shownWords(answer.offer, answer.sealed) });
  const { minimumAge, helplines } = await readSettings(site.database.read);
  return answering({ younger: { sealed: answer.sealed, minimumAge, helplines } });
}

export default function JoinThroughADoor() {
  const loaded = useLoaderData<typeof loader>();
  const { choosing, younger, shown, refusal } = useActionData<typeof action>() ?? loaded;
  if (shown) {
    return (
      <>
        {!shown.wrong && <RefusalNotice refusal={refusal} />}
        <SaveWords shown={shown} why="joining" />
      </>
    );
  }
  if (younger) {
    return (
      <SomebodyYounger sealed={younger.sealed} minimumAge={younger.minimumAge}>
        <HelplineList lines={younger.helplines} />
      </SomebodyYounger>
    );
  }
  if (choosing) {
    return (
      <>
        {!choosing.problem && !choosing.wrong && <RefusalNotice refusal={refusal} />}
        <ChooseName choosing={choosing} />
      </>
    );
  }
  return <NoWayIn refusal={refusal} />;
}
