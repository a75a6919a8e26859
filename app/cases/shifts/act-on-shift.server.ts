import { parseWithZod } from "@conform-to/zod/v4";
import type { Member } from "../../accounts/viewer";
import type { Site } from "../../site/site";
import { backForm, breakForm, conductsForm, plainForm, type ShiftIntent } from "./forms";
import { optOut } from "./opt-out.server";
import { endBreak, readPlainly, takeBreak } from "./take-break.server";

/** Does what a form on the page of one's own work asks for: the form as it was read and, where its fields are right, what the command answered. */
export async function actOnShift(
  site: Site,
  viewer: Member,
  { intent, form }: { intent: ShiftIntent; form: FormData },
  now: Date,
) {
  switch (intent) {
    case "conducts": {
      const submission = parseWithZod(form, { schema: conductsForm });
      if (submission.status !== "success") return { submission };
      return { submission, done: await optOut(site, viewer, submission.value, now) };
    }
    case "break": {
      const submission = parseWithZod(form, { schema: breakForm });
      if (submission.status !== "success") return { submission };
      return { submission, done: await takeBreak(site, viewer, submission.value, now) };
    }
    case "back": {
      const submission = parseWithZod(form, { schema: backForm });
      if (submission.status !== "success") return { submission };
      return { submission, done: await endBreak(site, viewer, submission.value, now) };
    }
    case "plain": {
      const submission = parseWithZod(form, { schema: plainForm });
      if (submission.status !== "success") return { submission };
      return { submission, done: await readPlainly(site, viewer, submission.value, now) };
    }
  }
}
