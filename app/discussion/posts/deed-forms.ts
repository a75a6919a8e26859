import { z } from "zod";

const link = z.string().max(20).optional();
const undo = z.stringbool().default(false);

/** What a press turns away from: a post's author or the post itself (`post`), or a name on its own page (`name`). */
export const turnAwayForm = z.object({ deed: z.enum(["block", "mute", "hide-post"]), post: link, name: link, undo });

export const followForm = z.object({
  deed: z.enum(["follow", "unfollow", "mute", "unmute"]),
  topic: link,
  space: link,
});
