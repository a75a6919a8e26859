import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { savedForm } from "~/accounts/forms";
import { languageOf } from "~/accounts/reader-language.server";
import { SaveWords, type ShownWords } from "~/accounts/save-words";
import { shownWords } from "~/accounts/shown-words.server";
import { ChooseName, type Choosing, NoInvitation } from "~/joining/choose-name";
import { chooseForm, chosenName } from "~/joining/forms";
import { findInvitation, type Invitation } from "~/joining/invitation-queries.server";
import { join } from "~/joining/join.server";
import { offerAccount } from "~/joining/offer-account.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import type { Refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { findViewer } from "~/pseudonyms/door.server";
import { proposeNames } from "~/pseudonyms/names-in-use.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { place: "join" };

/** How many names are proposed at a time. */
const PROPOSED = 5;

type Answer = { choosing: Choosing | null; shown: ShownWords | null; refusal: Refused | null };

/** An invitation, or the page that says why there's none. Looking costs a little, so that codes can't be tried by the thousand. */
async function lookAt(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Invitation | Refused> {
  const { site, network, now } = args.context;
  const pace = await site.limits.take("open-invitation", { network }, now);
  if (!pace.ok) return pace;
  const found = await findInvitation(site.database.read, args.params.code ?? "", now);
  return found.ok ? found.invitation : found;
}

const answering = (answer: Partial<Answer>, refusal: Refused | null = null) =>
  data({ choosing: null, shown: null, refusal, ...answer } satisfies Answer, refusal ? initOf(refusal) : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const invitation = await lookAt(args);
  if ("ok" in invitation) return answering({}, invitation);
  const proposals = await proposeNames(args.context.site.database.read, languageOf(args.request, viewer), PROPOSED);
  return answering({
    choosing: { founding: invitation.kind === "founding", proposals, own: "", communityName: "" },
  });
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

  const invitation = await lookAt(args);
  if ("ok" in invitation) return answering({}, invitation);
  const language = languageOf(request, viewer);
  const chosen = chooseForm.safeParse({ ...form, step: form.step === "choose" ? "choose" : "another" });
  const { own, proposed, communityName, sealed } = chosen.success
    ? chosen.data
    : { own: "", proposed: "", communityName: "", sealed: undefined };
  const founding = invitation.kind === "founding";
  const again = async (more: Partial<Choosing>, refusal: Refused | null) => {
    const proposals = await proposeNames(site.database.read, language, PROPOSED);
    return answering(
      { choosing: { founding, proposals, own, communityName: communityName ?? "", sealed, ...more } },
      refusal,
    );
  };
  const refused = (reason: Refused["reason"]): Refused => ({ ok: false, reason });
  if (form.step === "taken") return again({ problem: "taken" }, refused("name-taken"));
  if (!chosen.success) return again({ problem: "too-long" }, refused("invalid"));
  if (chosen.data.step === "another") return again({}, null);
  const name = chosenName({ own, proposed });
  if (!name) return again({ problem: "none" }, refused("invalid"));
  const answer = await offerAccount(site, { code, name, communityName, language, sealed }, now);
  if (answer.ok) return answering({ shown: shownWords(answer.offer, answer.sealed) });
  const { problem, reason, pace } = answer;
  return again({ problem, communityNameWrong: reason === "invalid", own: own || name }, { ok: false, reason, pace });
}

export default function JoinByInvitation() {
  const loaded = useLoaderData<typeof loader>();
  const { choosing, shown, refusal } = useActionData<typeof action>() ?? loaded;
  if (shown) {
    return (
      <>
        {!shown.wrong && <RefusalNotice refusal={refusal} />}
        <SaveWords shown={shown} why="joining" />
      </>
    );
  }
  if (choosing) {
    return (
      <>
        {!choosing.problem && <RefusalNotice refusal={refusal} />}
        <ChooseName choosing={choosing} />
      </>
    );
  }
  return <NoInvitation refusal={refusal} />;
}
