import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import SqliteConnection from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { evidence, topics } from "#db/schema";
import { createInvitation } from "~/joining/create-invitation.server";
import { toLink } from "~/platform/ids";
import { startServer, type TestServer } from "../support/server";
import { openWorld, type Person } from "../support/world";

/** What a visitor brings along and nobody may keep. The second address is the one that the connection itself comes from. */
const ADDRESS = "203.0.113.77";
const ADDRESS6 = "2001:db8:feed:beef::77";
const PEER = "127.0.0.99";
const AGENT = "SentinelBrowser/77.0 (marked)";
const REFERRER = "sentinel-referrer";
const PATH = "sentinel-path";
const QUERY = "sentinelquery";
const SECRET = "sentinel secret words";
const COOKIE = "sentinelcookie";
const TEXT = "sentineltext";

const marked: OutgoingHttpHeaders = {
  "x-forwarded-for": `${ADDRESS6}, ${ADDRESS}`,
  "x-real-ip": ADDRESS,
  forwarded: `for=${ADDRESS}`,
  "user-agent": AGENT,
  referer: `http://localhost/${REFERRER}`,
  "accept-language": "es;q=0.7",
};
const FORM = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };

type Asked = { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer; as?: Person };

type Answered = { status: number; text: string };

/** Asks from the marked address. Answers the status. */
const ask = async (server: TestServer, path: string, asked: Asked = {}) => (await read(server, path, asked)).status;

/** Asks from the marked address. */
function read(
  server: TestServer,
  path: string,
  { method = "GET", headers = {}, body, as }: Asked = {},
): Promise<Answered> {
  const cookie = as ? `session=${as.token}; other=${COOKIE}` : `session=${COOKIE}`;
  // Only Linux answers on every loopback address without being told to.
  const localAddress = process.platform === "linux" ? PEER : undefined;
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = request({
      hostname: hostname === "localhost" ? "127.0.0.1" : hostname,
      port,
      path,
      method,
      localAddress,
      headers: { ...marked, host: `localhost:${port}`, cookie, ...headers },
    });
    sent.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode!, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const fields = (given: Record<string, string>) => new URLSearchParams(given).toString();

/** Sends something that isn't HTTP and waits until the server hangs up. */
const askBroken = (server: TestServer, text: string) =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => socket.end(text));
    socket
      .resume()
      .once("error", reject)
      .once("close", () => resolve());
  });

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

/** Everything in which a trace might be: each file of the data folder, and what was printed. */
const tracesOf = (server: TestServer): [string, Buffer][] => [
  ...filesIn(server.data).map((path): [string, Buffer] => [path, readFileSync(path)]),
  ["what was printed", Buffer.from(server.printed())],
];

/** The shapes in which a text might have been kept. */
const shapesOf = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, "utf16le"),
  Buffer.from(encodeURIComponent(text)),
  Buffer.from(Buffer.from(text).toString("hex")),
  Buffer.from(Buffer.from(text).toString("base64").replace(/=+$/, "")),
  ...["md5", "sha1", "sha256"].flatMap((kind) => {
    const digest = createHash(kind).update(text).digest();
    return [digest, Buffer.from(digest.toString("hex")), Buffer.from(digest.toString("base64url"))];
  }),
];

/** Where any shape of a text is found. */
const foundIn = (traces: [string, Buffer][], text: string, shapes = shapesOf(text)) =>
  traces.filter(([, bytes]) => shapes.some((shape) => bytes.includes(shape))).map(([place]) => place);

async function communityOnline() {
  const world = await openWorld();
  // The server goes by the machine's clock.
  world.later(Date.now() - world.now.getTime());
  const ana = await world.member("Ana", { standing: "established" });
  const space = await world.space("open", { name: "Garden" });
  const server = await startServer({ world, env: { TRUST_PROXY: "loopback,127.0.0.99" } });
  onTestFinished(async () => void (await server.stop()));
  return { world, ana, space, server };
}

test("neither address, browser, referrer, secret nor path of a visitor is kept or printed anywhere, whatever they do", async () => {
  const { world, ana, server } = await communityOnline();
  const pages = [
    "/",
    "/sign-in",
    "/join",
    "/agreements",
    "/log",
    "/privacy",
    "/search",
    "/notifications",
    "/gatherings",
    "/me",
    "/reports",
    "/moderation",
  ];
  for (const page of pages)
    for (const as of [undefined, ana]) expect(await ask(server, `${page}?q=${QUERY}`, { as })).toBeLessThan(500);

  const wrong = { name: SECRET, secret: SECRET, device: "shared" };
  for (let i = 0; i < 8; i++) await ask(server, "/sign-in", { method: "POST", headers: FORM, body: fields(wrong) });
  await ask(server, "/recover", { method: "POST", headers: FORM, body: fields({ code: SECRET }) });
  await ask(server, `/join/${QUERY}`);

  expect(await ask(server, `/${PATH}?${QUERY}`, { as: ana })).toBe(404);
  expect(await ask(server, `/t/${PATH}`, { as: ana })).toBe(404);
  expect(await ask(server, `/%ff${PATH}`)).toBeGreaterThanOrEqual(400);
  expect(await ask(server, `/${PATH}`, { method: "PUT", body: SECRET })).toBe(405);
  expect(await ask(server, "/sign-in", { method: "POST", body: fields(wrong) })).toBe(403);
  expect(await ask(server, "/sign-in", { method: "POST", headers: FORM, body: SECRET.repeat(40_000) })).toBe(413);
  const malformed = { ...FORM, "content-type": `multipart/form-data; boundary=${QUERY}` };
  expect(await ask(server, "/sign-in", { method: "POST", headers: malformed, body: SECRET })).toBeGreaterThanOrEqual(
    400,
  );
  await askBroken(server, `GET /${PATH} HTTP/9.9\r\nUser-Agent: ${AGENT}\r\n\r\n`);
  await askBroken(server, `${SECRET}\r\n\r\n`);

  // A bug in the middle of a page: a table that it reads is gone for a moment.
  const vandal = new SqliteConnection(world.file!);
  onTestFinished(() => void vandal.close());
  vandal.exec("alter table public_log rename to public_log_gone");
  expect(await ask(server, `/log?q=${QUERY}`, { as: ana })).toBe(500);
  vandal.exec("alter table public_log_gone rename to public_log");
  expect(await ask(server, "/log", { as: ana })).toBe(200);

  // What it prints comes through a pipe, after its answer.
  await expect.poll(() => server.printed()).toMatch(/"level"|error/);
  const kept = [
    ADDRESS,
    ADDRESS6,
    "2001:db8:feed:beef",
    "203.0.113",
    PEER,
    AGENT,
    "SentinelBrowser",
    REFERRER,
    PATH,
    QUERY,
    SECRET,
    COOKIE,
  ];
  expect(kept.flatMap((text) => foundIn(tracesOf(server), text).map((place) => `${text}: ${place}`))).toEqual([]);
  // Of a session's token the digest is kept, and nothing else.
  expect(foundIn(tracesOf(server), ana.token, [Buffer.from(ana.token)])).toEqual([]);
  expect(
    tracesOf(server)
      .filter(([, bytes]) => bytes.includes(Buffer.from([203, 0, 113, 77])))
      .map(([place]) => place),
  ).toEqual([]);
});

test("what somebody wrote is gone from every file once they take it back", async () => {
  const { world, ana, space, server } = await communityOnline();
  const post = (path: string, given: Record<string, string>) =>
    ask(server, path, { as: ana, method: "POST", headers: FORM, body: fields(given) });
  const kept = () => foundIn(tracesOf(server), TEXT, [Buffer.from(TEXT), Buffer.from(TEXT, "utf16le")]);

  expect(await post(`/s/${space.slug}/new`, { title: `About ${TEXT}`, body: `${TEXT} `.repeat(500) })).toBe(303);
  const [topic] = await world.read.select().from(topics);
  const address = `/t/${toLink(topic!.id)}`;
  expect(await post(`${address}/reply`, { body: `A reply with ${TEXT}` })).toBe(303);
  expect(await post(`${address}/2/edit`, { body: `Edited, still ${TEXT}`, storyLabel: "ask" })).toBe(303);
  expect(kept()).not.toEqual([]);

  for (const position of [2, 1]) expect(await post(`${address}/${position}/remove`, {})).toBe(303);
  expect(kept()).toEqual([]);
});

test("nobody who joins leaves their address, their invitation or their words behind", async () => {
  const { world, ana, server } = await communityOnline();
  const made = await createInvitation(world.site, await world.viewer(ana), {}, world.now);
  if (!made.ok) throw new Error(made.reason);
  const post = (given: Record<string, string>) =>
    read(server, `/join/${made.code}`, { method: "POST", headers: FORM, body: fields(given) });
  expect(await ask(server, `/join/${made.code}`)).toBe(200);
  const { text } = await post({ step: "choose", own: "Tall Sedge", proposed: "", age: "older" });
  const listed = /<ol class="codename"[^>]*>(.*?)<\/ol>/s.exec(text)![1]!;
  const words = [...listed.matchAll(/<li[^>]*>([a-z-]+)<\/li>/g)].map(([, word]) => word!);
  const recovery = /class="recovery-code"[^>]*>([^<]+)</.exec(text)![1]!;
  const sealed = /name="sealed" value="([^"]+)"/.exec(text)![1]!;
  expect(words).toHaveLength(7);
  expect((await post({ step: "save", sealed, word: words[2]!, device: "shared" })).status).toBe(303);
  expect(foundIn(tracesOf(server), "Tall Sedge")).not.toEqual([]);

  const name = words.slice(0, 2).join(" ");
  const secret = words.slice(2).join(" ");
  const unkept = [made.code, name, secret, words.join(" "), recovery, recovery.replaceAll("-", ""), sealed];
  for (const one of [...unkept, ADDRESS, ADDRESS6, PEER, AGENT, REFERRER])
    expect(foundIn(tracesOf(server), one), one).toEqual([]);
});

test("nobody who reports leaves their address behind, and what they reported is kept sealed only", async () => {
  const { world, ana, space, server } = await communityOnline();
  const thorn = await world.member("Thorn");
  await world.member("Moss", { offices: ["moderator"] });
  const topic = await world.topic(ana, space);
  const reported = await world.post(thorn, topic, { body: `Their place is ${TEXT}` });
  const post = (path: string, as: Person, given: Record<string, string>) =>
    ask(server, path, { as, method: "POST", headers: FORM, body: fields(given) });

  expect(await ask(server, `/report?post=${reported.link}`, { as: ana })).toBe(200);
  const report = { conduct: "outing", wish: "remove", words: "Take it away.", aboutMe: "on", relief: "block" };
  expect(await post(`/report?post=${reported.link}`, ana, report)).toBe(303);
  expect(await post(`/t/${topic.link}/${reported.position}/remove`, thorn, {})).toBe(303);
  expect(await world.read.$count(evidence)).toBe(1);
  for (const text of [TEXT, ADDRESS, ADDRESS6, PEER, AGENT, REFERRER])
    expect(foundIn(tracesOf(server), text), text).toEqual([]);
});

test("the search would find what is kept", async () => {
  const { ana, server } = await communityOnline();
  expect(foundIn(tracesOf(server), ana.name)).not.toEqual([]);
  expect(foundIn([["a", Buffer.from("dGhlIGFkZHJlc3M")]], "the address")).toEqual(["a"]);
  expect(foundIn([["a", createHash("sha256").update(ADDRESS).digest()]], ADDRESS)).toEqual(["a"]);
});
