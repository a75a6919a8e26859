import { decisionTemplates } from "#db/schema";
import { type Member, silencedBy, type Viewer } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { type Outcome, refused } from "../../platform/outcome";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import { handlingNames } from "../find-handler.server";
import type { TemplateKey } from "./forms";
import { templateNow } from "./template-queries.server";

/** The office through which somebody may write templates: whoever handles cases and isn't silenced; undefined for everybody else. */
export const templateOffice = (viewer: Viewer) =>
  viewer.kind === "member" && !silencedBy(viewer) ? handlingNames(viewer)[0] : undefined;

/**
 * Writes the next version of a template; earlier ones are kept, and decisions made with them stay as they are.
 * Refuses "not-allowed", "limited", and "changed-meanwhile" when somebody wrote one since the writer read it.
 */
export async function writeTemplate(
  site: Site,
  viewer: Member,
  input: TemplateKey & { version: number; words: string },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  const acting = templateOffice(viewer);
  if (!acting) return refused("not-allowed");
  const { accountId, standing } = viewer;
  const pace = await site.limits.take("write-template", { account: accountId, standing }, now);
  if (!pace.ok) return pace;
  const { version: read, ...template } = input;
  return site.database.transaction(async (tx) => {
    const last = await templateNow(tx, template);
    if (last.version !== read) return refused("changed-meanwhile");
    if (last.words === template.words) return { ok: true, version: last.version };
    const version = last.version + 1;
    const writtenByPseudonymId = acting.pseudonymId;
    await tx
      .insert(decisionTemplates)
      .values({ id: newId(), ...template, version, writtenByPseudonymId, written: now });
    const details = { outcome: template.outcome, language: template.language, version };
    await appendToLog(tx, { act: "template-written", office: acting.office, details }, now);
    return { ok: true, version };
  });
}
