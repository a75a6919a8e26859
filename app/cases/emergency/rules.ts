import type { Conduct } from "../../agreements/conducts";
import { DAY, HOUR } from "../../platform/time";
import type { CaseState } from "../case-states";

/** What one moderator alone can do before anything is decided: mute whoever it is about, or hide the post from everybody. */
export const emergencyKinds = ["mute", "hide"] as const;
export type EmergencyKind = (typeof emergencyKinds)[number];

/** How long what one moderator did alone holds (the product's promise: power over a person reverses itself after a day). */
export const ALONE = 24 * HOUR;

/** How long a mute holds at most once a second person agreed: as long as one moderator could decide a suspension for. */
export const TOGETHER = 7 * DAY;

/** What is harmful to leave standing stays hidden until the case is decided, whether or not anybody agrees in time. */
const stayHidden: readonly Conduct[] = ["outing", "threat", "intimate-image", "child-material"];

export const staysHidden = (kind: EmergencyKind, conduct: Conduct) => kind === "hide" && stayHidden.includes(conduct);

export type Emergency = { kind: EmergencyKind; state: "standing" | "confirmed" | "over" };

/** What can still be done at once in a case: each once, on nothing but a post the hiding, and not to somebody who has left. */
export function offeredAtOnce(
  { subjectKind, respondentLeft, visible }: { subjectKind: string; respondentLeft: boolean; visible: boolean },
  earlier: Emergency[],
): EmergencyKind[] {
  return emergencyKinds.filter((kind) => {
    if (earlier.some((one) => one.kind === kind)) return false;
    return kind === "mute" ? !respondentLeft : subjectKind === "post" && visible;
  });
}

/** Whether somebody can agree to what another did at once: while it stands and the case is undecided, and never its author under any name. */
export const canAgree = (emergency: Emergency, { undecided, didIt }: { undecided: boolean; didIt: boolean }) =>
  emergency.state === "standing" && undecided && !didIt;

/** The states in which something can be done at once, or agreed to: as long as nothing is decided. */
export const isUndecided = (state: CaseState) => state !== "decided" && state !== "appealed" && state !== "closed";
