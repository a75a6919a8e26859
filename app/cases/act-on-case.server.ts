import { parseWithZod } from "@conform-to/zod/v4";
import type { Member } from "../accounts/viewer";
import { fromLink, toLink } from "../platform/ids";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import { addNote } from "./add-note.server";
import { claimCase } from "./claim-case.server";
import { decideCase } from "./decide-case.server";
import { declareTie } from "./declare-tie.server";
import { actAtOnce } from "./emergency/act-at-once.server";
import { agreeToEmergency } from "./emergency/agree-to-emergency.server";
import {
  agreeForm,
  atOnceForm,
  type CaseIntent,
  claimForm,
  decideForm,
  handOverForm,
  liftForm,
  noteForm,
  releaseForm,
  secondForm,
  secondLiftForm,
  tieForm,
} from "./forms";
import { handOverCase } from "./hand-over-case.server";
import { liftSanction, secondLift } from "./lifting/lift-sanction.server";
import { takeOutForm } from "./pile-ons/forms";
import { takeOut } from "./pile-ons/take-out.server";
import { releaseCase } from "./release-case.server";
import { confirmDecision, withdrawDecision } from "./second-decision.server";
import { askForStatement, askReporter, spareStatement } from "./talk/ask-side.server";
import { askForm, spareForm, statementForm } from "./talk/forms";

/** No id is 0: what isn't a link names nothing. */
const idOf = (link: string) => fromLink(link) ?? 0;

/**
 * Does what a form on a case's page asks for. Answers with the form as it was read and, where its fields are right, what
 * the command answered; `to` is where to go after success.
 */
export async function actOnCase(
  site: Site,
  viewer: Member,
  { caseId, intent, form }: { caseId: number; intent: CaseIntent; form: FormData },
  now: Date,
) {
  const here = `/moderation/cases/${toLink(caseId)}`;
  switch (intent) {
    case "claim": {
      const submission = parseWithZod(form, { schema: claimForm });
      return { submission, to: here, done: await claimCase(site, viewer, caseId, now) };
    }
    case "tie": {
      const submission = parseWithZod(form, { schema: tieForm });
      return { submission, to: "/moderation?tie", done: await declareTie(site, viewer, caseId, now) };
    }
    case "note": {
      const submission = parseWithZod(form, { schema: noteForm });
      if (submission.status !== "success") return { submission };
      return { submission, to: here, done: await addNote(site, viewer, { ...submission.value, caseId }, now) };
    }
    case "release": {
      const submission = parseWithZod(form, { schema: releaseForm });
      if (submission.status !== "success") return { submission };
      const done = await releaseCase(site, viewer, { ...submission.value, caseId }, now);
      return { submission, to: "/moderation", done };
    }
    case "hand-over": {
      const submission = parseWithZod(form, { schema: handOverForm });
      if (submission.status !== "success") return { submission };
      const { to, note, leaseNumber } = submission.value;
      const done = await handOverCase(site, viewer, { caseId, leaseNumber, note, to: idOf(to) }, now);
      return { submission, to: "/moderation", done };
    }
    case "decide": {
      const submission = parseWithZod(form, { schema: decideForm });
      if (submission.status !== "success") return { submission };
      const done = await decideCase(site, viewer, { ...submission.value, caseId }, now);
      const waits = done.ok && done.state === "waiting-for-second";
      return { submission, to: `${here}?${waits ? "waiting" : "decided"}`, done: done as Outcome };
    }
    case "ask": {
      const submission = parseWithZod(form, { schema: askForm });
      if (submission.status !== "success") return { submission };
      const done = await askReporter(site, viewer, { ...submission.value, caseId }, now);
      return { submission, to: `${here}?asked`, done };
    }
    case "ask-respondent": {
      const submission = parseWithZod(form, { schema: statementForm });
      if (submission.status !== "success") return { submission };
      const done = await askForStatement(site, viewer, { ...submission.value, caseId }, now);
      return { submission, to: `${here}?asked`, done };
    }
    case "spare": {
      const submission = parseWithZod(form, { schema: spareForm });
      if (submission.status !== "success") return { submission };
      return { submission, to: here, done: await spareStatement(site, viewer, { ...submission.value, caseId }, now) };
    }
    case "mute-now":
    case "hide-now": {
      const submission = parseWithZod(form, { schema: atOnceForm });
      if (submission.status !== "success") return { submission };
      const { leaseNumber, note } = submission.value;
      const kind = intent === "mute-now" ? "mute" : "hide";
      const done = await actAtOnce(site, viewer, { caseId, leaseNumber, kind, why: note }, now);
      return { submission, to: here, done };
    }
    case "agree": {
      const submission = parseWithZod(form, { schema: agreeForm });
      if (submission.status !== "success") return { submission };
      const emergencyId = idOf(submission.value.emergencyId);
      return { submission, to: here, done: await agreeToEmergency(site, viewer, { caseId, emergencyId }, now) };
    }
    case "lift": {
      const submission = parseWithZod(form, { schema: liftForm });
      if (submission.status !== "success") return { submission };
      const done: Outcome = await liftSanction(site, viewer, { caseId, words: submission.value.note }, now);
      return { submission, to: here, done };
    }
    case "agree-lift":
    case "refuse-lift": {
      const submission = parseWithZod(form, { schema: secondLiftForm });
      if (submission.status !== "success") return { submission };
      const answer = { caseId, liftId: idOf(submission.value.liftId), agree: intent === "agree-lift" };
      return { submission, to: here, done: await secondLift(site, viewer, answer, now) };
    }
    case "take-out": {
      const submission = parseWithZod(form, { schema: takeOutForm });
      if (submission.status !== "success") return { submission };
      const { leaseNumber, part } = submission.value;
      const done = await takeOut(site, viewer, { caseId, leaseNumber, partId: idOf(part) }, now);
      return { submission, to: `${here}?taken-out`, done };
    }
    case "confirm":
    case "withdraw": {
      const submission = parseWithZod(form, { schema: secondForm });
      if (submission.status !== "success") return { submission };
      const { decisionId, note } = submission.value;
      const second = intent === "confirm" ? confirmDecision : withdrawDecision;
      const done = await second(site, viewer, { caseId, decisionId: idOf(decisionId), note }, now);
      return { submission, to: `${here}${intent === "confirm" ? "?decided" : ""}`, done };
    }
  }
}
