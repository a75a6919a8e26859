import { and, asc, desc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { caseDeals, cases, evidence, posts } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { readOfflineKey } from "../../safety/quarantine/stewards-seal.server";
import { isActive } from "../case-states";
import { findHandler, handlingNames } from "../find-handler.server";

/** The cases set aside that were dealt to the viewer as a steward, the newest first; nothing of what they hold. */
export async function listAside(read: Reader, viewer: Member) {
  const own = handlingNames(viewer).filter(({ office }) => office === "steward");
  const rows = await read
    .select({ id: cases.id, state: cases.state, opened: cases.opened, decideBy: cases.decideBy })
    .from(cases)
    .innerJoin(caseDeals, eq(caseDeals.caseId, cases.id))
    .where(
      and(
        eq(cases.quarantine, "standing"),
        inArray(
          caseDeals.moderatorPseudonymId,
          own.map(({ pseudonymId }) => pseudonymId),
        ),
      ),
    )
    .orderBy(desc(cases.bump))
    .limit(200);
  const listed = [];
  for (const { id, ...row } of rows) if (await findHandler(read, viewer, id)) listed.push({ link: toLink(id), ...row });
  return listed;
}

/** What a steward can do about one case set aside; null for everybody it doesn't exist for, and for every other case. */
export async function findAside(read: Reader, viewer: Member, caseId: number) {
  const acting = await findHandler(read, viewer, caseId);
  if (acting?.found.quarantine !== "standing") return null;
  const { found } = acting;
  const copies = await read
    .select({ recipient: evidence.recipient, digest: evidence.digest, taken: evidence.taken, only: evidence.only })
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), isNotNull(evidence.recipient)))
    .orderBy(asc(evidence.taken));
  const postId = found.subjectKind === "post" ? found.subjectId : 0;
  const [post] = await read.select({ state: posts.state }).from(posts).where(eq(posts.id, postId));
  const answers = await read
    .select({ topicId: posts.topicId, position: posts.position })
    .from(posts)
    .where(and(eq(posts.replyTo, postId), ne(posts.body, "")))
    .orderBy(asc(posts.position))
    .limit(50);
  return {
    link: toLink(found.id),
    active: isActive(found.state) && found.state !== "waiting-for-second",
    hasKey: (await readOfflineKey(read)) !== null,
    visible: post?.state === "visible",
    mustBring: copies.some(({ only, recipient }) => only && recipient !== "server"),
    copies: copies.map(({ recipient, ...copy }) => ({ ...copy, key: recipient === "server" ? null : recipient })),
    answers: answers.map(({ topicId, position }) => ({ href: `/t/${toLink(topicId)}/${position}`, position })),
  };
}

export type AsidePage = NonNullable<Awaited<ReturnType<typeof findAside>>>;
