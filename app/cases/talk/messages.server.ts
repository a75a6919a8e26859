import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { caseMessages, pseudonyms } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { newId } from "../../platform/ids";
import { seal, unseal } from "../../platform/keys.server";

/** With whom the handlers talk: one reporter, who is a number to them, or the one it is about. */
export type Side = { side: "reporter"; alias: number } | { side: "respondent"; alias: null };

export const RESPONDENT: Side = { side: "respondent", alias: null };

export type Message = {
  position: number;
  side: Side["side"];
  alias: number | null;
  kind: "question" | "answer";
  /** The name of the handler who asked: for other handlers only. */
  by: string | null;
  words: string;
  answerBy: Date | null;
  at: Date;
};

/** What was said with one side of a case. */
const ofSide = (caseId: number, { side, alias }: Side) =>
  and(
    eq(caseMessages.caseId, caseId),
    eq(caseMessages.side, side),
    alias === null ? isNull(caseMessages.alias) : eq(caseMessages.alias, alias),
  );

type Said = { words: string; now: Date };

/** Writes a question of a handler to one side, which waits for its answer until `answerBy`. */
export const appendQuestion = (
  tx: Tx,
  caseId: number,
  to: Side,
  { words, now, actorPseudonymId, answerBy }: Said & { actorPseudonymId: number; answerBy: Date },
) => append(tx, caseId, { ...to, kind: "question", actorPseudonymId, answerBy, words }, now);

/** Writes what a side answered. Nothing waits for it any more. */
export async function appendAnswer(tx: Tx, caseId: number, from: Side, { words, now }: Said): Promise<void> {
  await append(tx, caseId, { ...from, kind: "answer", actorPseudonymId: null, answerBy: null, words }, now);
  await tx.update(caseMessages).set({ answerBy: null }).where(ofSide(caseId, from));
}

async function append(
  tx: Tx,
  caseId: number,
  {
    words,
    ...row
  }: Side & {
    kind: Message["kind"];
    actorPseudonymId: number | null;
    answerBy: Date | null;
    words: string;
  },
  now: Date,
): Promise<void> {
  const [last] = await tx
    .select({ position: caseMessages.position })
    .from(caseMessages)
    .where(eq(caseMessages.caseId, caseId))
    .orderBy(desc(caseMessages.position))
    .limit(1);
  const id = newId();
  const sealed = seal("case-message", words, String(id));
  await tx.insert(caseMessages).values({ id, caseId, position: (last?.position ?? 0) + 1, ...row, sealed, at: now });
}

/** Opens what was said in a case, with one side or with all, in its order. Whoever calls has asked who reads. */
export async function readMessages(read: Reader, caseId: number, side?: Side): Promise<Message[]> {
  const rows = await read
    .select({ message: caseMessages, by: pseudonyms.name })
    .from(caseMessages)
    .leftJoin(pseudonyms, eq(pseudonyms.id, caseMessages.actorPseudonymId))
    .where(side ? ofSide(caseId, side) : eq(caseMessages.caseId, caseId))
    .orderBy(asc(caseMessages.position));
  return rows.map(({ message: { id, sealed, position, side, alias, kind, answerBy, at }, by }) => {
    return { position, side, alias, kind, by, words: unseal("case-message", sealed, String(id)), answerBy, at };
  });
}

/** How often a side was asked, whether it ever answered, and whether a question waits now. Nothing is opened for it. */
export async function exchangeWith(read: Reader, caseId: number, side: Side) {
  const rows = await read
    .select({ kind: caseMessages.kind, answerBy: caseMessages.answerBy })
    .from(caseMessages)
    .where(ofSide(caseId, side));
  return {
    asked: rows.filter((row) => row.kind === "question").length,
    answered: rows.some((row) => row.kind === "answer"),
    waiting: rows.some((row) => row.answerBy !== null),
  };
}

/** Whether a question to any reporter of a case waits for its answer. */
export const waitsForReporter = async (read: Reader, caseId: number) =>
  (await read.$count(
    caseMessages,
    and(eq(caseMessages.caseId, caseId), eq(caseMessages.side, "reporter"), isNotNull(caseMessages.answerBy)),
  )) > 0;
