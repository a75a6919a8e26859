import { gatheringAnswers } from "#db/schema";
import type { Viewer } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import { canAnswer } from "./permissions";

export type Consent = "support" | "aside" | "object";

type Answer = { gatheringId: number; about: "question" | "summary"; answer: Consent };

/** Answers what the host asks, or says how one stands to the summary; the last answer counts. */
export const answerTheRoom = (
  site: Site,
  viewer: Viewer,
  { gatheringId, about, answer }: Answer,
  now: Date,
): Promise<Outcome> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "answer-room",
      may: (member, facts) => canAnswer(member, facts, about),
      async act(tx, room) {
        const asked = about === "question" ? room.gathering.question : room.gathering.summary;
        if (asked === null) return refused("closed");
        await tx
          .insert(gatheringAnswers)
          .values({ gatheringId, seatId: room.seat!.id, about, answer })
          .onConflictDoUpdate({
            target: [gatheringAnswers.gatheringId, gatheringAnswers.seatId, gatheringAnswers.about],
            set: { answer },
          });
        return { ok: true };
      },
    },
    now,
  );
