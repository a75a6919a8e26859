import { io, type Socket } from "socket.io-client";
import { toLink } from "~/platform/ids";
import { MEMBERS, tokenOf } from "./community";
import { askOnce, type Row } from "./measure";
import { memoryOf, type Running } from "./server-process";

/** Open pages that watch one topic. */
const WATCHING = 200;
/** Posts written there, one after another: below what one topic takes in ten minutes. */
const POSTS = 40;

type News = { topic: string; posts: number };

/** One open page: connected and watching. Answers its socket and how many posts there are. */
function watch(url: string, member: number, topic: number, hear: (posts: number) => void) {
  const headers = { cookie: `session=${tokenOf(member)}`, origin: url };
  const socket = io(url, { path: "/live/", transports: ["websocket"], extraHeaders: headers, forceNew: true });
  socket.on("topic", (news: News) => hear(news.posts));
  return new Promise<{ socket: Socket; posts: number }>((resolve, reject) => {
    socket.once("connect_error", reject);
    socket.once("connect", () =>
      socket.emit("watch-topic", { topic: toLink(topic) }, (answer: { ok: boolean; posts: number }) =>
        answer.ok ? resolve({ socket, posts: answer.posts }) : reject(new Error("watching was refused")),
      ),
    );
  });
}

const reply = (url: string, topic: number, member: number, body: string) =>
  askOnce(url, {
    method: "POST",
    path: `/t/${toLink(topic)}/reply`,
    headers: {
      cookie: `session=${tokenOf(member % MEMBERS)}`,
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
    },
    body: new URLSearchParams({ body }).toString(),
  });

/**
 * How long it takes until everybody who has a topic open knows of a new post, from the moment in which its author
 * presses the button. `perSecond`: pages told in a second.
 */
export async function measureFanOut(server: Running, topic: number): Promise<Row> {
  const latencies: number[] = [];
  const seen = Array<number>(WATCHING).fill(0);
  let round = { wanted: Number.POSITIVE_INFINITY, begun: 0, left: 0, over: () => {} };
  const hear = (page: number, posts: number) => {
    if (posts < round.wanted || seen[page]! >= round.wanted) return;
    seen[page] = round.wanted;
    latencies.push(performance.now() - round.begun);
    if (--round.left === 0) round.over();
  };
  const pages = await Promise.all(seen.map((_, i) => watch(server.url, i, topic, (posts) => hear(i, posts))));
  let posts = pages[0]!.posts;
  let failed = 0;
  const begun = performance.now();
  for (let n = 0; n < POSTS; n++) {
    const everybody = new Promise<void>((over) => {
      round = { wanted: posts + 1, begun: performance.now(), left: WATCHING, over };
    });
    const answer = await reply(server.url, topic, 1_000 + n, `For everybody, ${begun} ${n}`);
    if (answer.status === 303) {
      await everybody;
      posts++;
    } else failed++;
  }
  const seconds = (performance.now() - begun) / 1000;
  for (const { socket } of pages) socket.disconnect();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => Math.round(latencies[Math.floor(latencies.length * share)] ?? 0);
  return {
    name: `live: ${WATCHING} pages told`,
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    share: null,
    ceiling: null,
    failed,
    memory: memoryOf(server.pid),
  };
}
