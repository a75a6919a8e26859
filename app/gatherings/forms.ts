import { z } from "zod";
import { fromLink } from "../platform/ids";

/** An id as it stands in a link. */
export const linked = z
  .string()
  .max(20)
  .transform((text, context) => {
    const id = fromLink(text);
    if (id !== null) return id;
    context.addIssue({ code: "custom", message: "unknown" });
    return z.NEVER;
  });

const onOff = z.enum(["on", "off"]).transform((value) => value === "on");
const consent = z.enum(["support", "aside", "object"]);
// What is too long is refused by the command, which gives the text back.
const words = z.string().max(60_000);

/** Everything that can be done in a room. A page's form and a socket's event both carry one of these. */
export const roomDeed = z.discriminatedUnion("deed", [
  z.object({ deed: z.literal("write"), channel: z.enum(["floor", "side", "host"]), body: words }),
  z.object({ deed: z.literal("raise-hand") }),
  z.object({ deed: z.literal("lower-hand") }),
  z.object({ deed: z.literal("give-floor"), seat: linked, insteadOf: linked.optional() }),
  z.object({ deed: z.literal("end-turn") }),
  z.object({
    deed: z.literal("move-in-stack"),
    seat: linked,
    to: z.coerce.number().int().min(1).max(500),
    reason: z.string().trim().min(1).max(200),
  }),
  z.object({ deed: z.literal("lock-door"), locked: onOff }),
  z.object({ deed: z.literal("side-channel"), open: onOff }),
  z.object({ deed: z.literal("ask"), question: z.string().trim().max(300).default("") }),
  z.object({ deed: z.literal("answer"), about: z.enum(["question", "summary"]), answer: consent }),
  z.object({ deed: z.literal("open") }),
  z.object({ deed: z.literal("pause") }),
  z.object({ deed: z.literal("resume") }),
  z.object({ deed: z.literal("end") }),
  z.object({ deed: z.literal("call-off") }),
  z.object({ deed: z.literal("mute"), seat: linked }),
  z.object({ deed: z.literal("unmute"), seat: linked }),
  z.object({ deed: z.literal("remove"), seat: linked }),
  z.object({ deed: z.literal("hand-over"), seat: linked }),
  z.object({ deed: z.literal("leave") }),
  z.object({ deed: z.literal("come"), coming: onOff }),
  z.object({
    deed: z.literal("enter"),
    as: z.enum(["mask", "1", "2", "3", "4", "5"]),
    sureSlot: z.coerce.number().int().min(1).max(5).optional(),
    agreed: z.literal("on"),
  }),
  z.object({ deed: z.literal("summarise"), summary: words }),
]);

export type RoomDeed = z.infer<typeof roomDeed>;
