export type GatheringState = "planned" | "open" | "paused" | "ended" | "called-off";

/** From each state, the states it may pass into. What has ended, or was called off, stays so. */
const transitions: Record<GatheringState, readonly GatheringState[]> = {
  planned: ["open", "called-off"],
  open: ["paused", "ended"],
  paused: ["open", "ended"],
  ended: [],
  "called-off": [],
};

/** Whether a gathering may pass from one state into another. */
export const mayPass = (from: GatheringState, to: GatheringState) => transitions[from].includes(to);

/** Whether people are in the room: it has been opened and has not ended. */
export const isOn = (state: GatheringState) => state === "open" || state === "paused";
