/** What a frame from the server means: something to send back, the number of posts in the topic, or the session's end. */
export type Heard = { reply?: string; posts?: number; over?: true };

/** The address of the line, beside whatever page asks. */
export const lineAddress = (page: { protocol: string; host: string }, path: string) =>
  `${page.protocol === "https:" ? "wss" : "ws"}://${page.host}${path}?EIO=4&transport=websocket`;

/**
 * The few words of Socket.IO's protocol (version 5 over Engine.IO 4) that a page needs to hear how many posts a topic
 * has: its own client weighs 13 KB, more than all other scripts of a reading page together.
 */
export function hearFrame(frame: string, topic: string): Heard {
  // Engine.IO: open, and ping.
  if (frame.startsWith("0")) return { reply: "40" };
  if (frame === "2") return { reply: "3" };
  // Socket.IO, inside Engine.IO's message: connected, refused, event, acknowledgement.
  if (frame.startsWith("40")) return { reply: `420${JSON.stringify(["watch-topic", { topic }])}` };
  if (frame.startsWith("44")) return { over: true };
  const said = /^4[23]0?(\[.*\])$/s.exec(frame)?.[1];
  if (!said) return {};
  const [first, second] = JSON.parse(said) as [unknown, unknown];
  if (first === "session-ended") return { over: true };
  const news = (first === "topic" ? second : first) as { posts?: unknown } | null | undefined;
  return typeof news?.posts === "number" ? { posts: news.posts } : {};
}
