import type { Severity } from "../agreements/conducts";
import { DAY } from "../platform/time";

/** For how long after misusing it nobody can hide for all by reporting (the agreements' number). */
export const MISUSE_PAUSE = 30 * DAY;

/** What decides whether a report hides a post for everybody while it is looked at. */
export type HidingFacts = {
  severity: Severity;
  /** The reporter says that they are the person this is about. */
  aboutMe: boolean;
  /** Another reporter of this case, independent of this one, reported it as urgent and may hide, too. */
  secondVoice: boolean;
  /** The post can be seen by others now. */
  visible: boolean;
  /** This very text was looked at before and breaks no agreement. */
  foundNoBreach: boolean;
  /** A report above its reporter's limit: heard like any other, but it hides nothing. */
  overLimit: boolean;
  record: HideRecord;
};

/** What a reporter's earlier hides came to. */
export type HideRecord = { pending: number; misused: Date | null };

/** Whether this account may hide anything for all now: one hide at a time, none for 30 days after misuse. */
export function mayUseHide(record: HideRecord, now: Date): boolean {
  if (record.pending > 0) return false;
  return record.misused === null || now.getTime() - record.misused.getTime() >= MISUSE_PAUSE;
}

/** Whether a report hides a post for all until it is decided. Never by the number of reports. */
export function hidesForAll(facts: HidingFacts, now: Date): boolean {
  if (facts.severity !== "urgent") return false;
  if (!facts.visible || facts.foundNoBreach || facts.overLimit) return false;
  if (!mayUseHide(facts.record, now)) return false;
  return facts.aboutMe || facts.secondVoice;
}
