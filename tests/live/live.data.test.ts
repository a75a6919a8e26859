import type { Socket } from "socket.io-client";
import { expect, test } from "vitest";
import { posts, sessions, topics } from "#db/schema";
import { endSession } from "~/accounts/sessions.server";
import { muteSeat, removeSeat } from "~/gatherings/restrain-seat.server";
import { writeMessage } from "~/gatherings/write-message.server";
import { LIVE_PATH, type ToServer } from "~/live/line";
import { hearFrame, lineAddress } from "~/live/topic-line";
import { newId, toLink } from "~/platform/ids";
import { sha256 } from "~/platform/keys.server";
import { DAY } from "~/platform/time";
import { retirePseudonym } from "~/pseudonyms/retire-pseudonym.server";
import { failure, gone, liveHall, next } from "./hall";

test("what one says in the room reaches the other, and nobody else's messages come twice", async () => {
  const hall = await liveHall();
  await hall.enter(hall.iris, { as: "mask" });
  await hall.enter(hall.wren);
  const iris = await hall.watch(hall.iris);
  const wren = await hall.watch(hall.wren);
  const heard = next(wren.client, "gathering", (view) => view.room!.messages.length > 0);
  hall.later(2000);
  const said = await iris.client.emitWithAck("do", {
    gathering: hall.gathering,
    asked: { deed: "write", channel: "side", body: "Hello <all>" },
  });
  expect(said).toMatchObject({ ok: true });
  const { room } = await heard;
  expect(room!.messages).toMatchObject([
    { html: "<p>Hello &lt;all&gt;</p>", mask: true, mine: false, channel: "side" },
  ]);
  expect(JSON.stringify(room)).not.toMatch(/Iris|Moss/);

  const more = next(wren.client, "gathering", (view) => view.room!.messages.length > 0);
  await hall.does(hall.alder, writeMessage, { channel: "host", body: "Welcome" });
  expect((await more).room!.messages.map((message) => message.name)).toEqual(["Alder"]);
});

test("a deed over the socket meets the same rules as a form", async () => {
  const hall = await liveHall();
  const wren = await hall.watch(hall.wren);
  const asks = (asked: Parameters<ToServer["do"]>[0]["asked"]) => {
    hall.later(2000);
    return wren.client.emitWithAck("do", { gathering: hall.gathering, asked });
  };
  expect(await asks({ deed: "write", channel: "side", body: "Hello" })).toMatchObject({ reason: "not-in-the-room" });
  expect(await asks({ deed: "enter", as: "1", agreed: "on" })).toMatchObject({ ok: true });
  expect(await asks({ deed: "write", channel: "host", body: "Hello" })).toMatchObject({ reason: "not-allowed" });
  expect(await asks({ deed: "write", channel: "side", body: "x".repeat(50_000) })).toMatchObject({
    reason: "too-long",
  });
  expect(await asks({ deed: "raise-hand" })).toMatchObject({ ok: true });
  expect(await asks({ deed: "pause" })).toMatchObject({ reason: "not-allowed" });
});

test("a circle's gathering isn't there for somebody outside of it, by any event", async () => {
  const hall = await liveHall({ kind: "circle" });
  const wren = hall.open(hall.wren);
  const { gathering } = hall;
  expect(await wren.emitWithAck("watch-gathering", { gathering, since: 0 })).toMatchObject({ reason: "not-found" });
  expect(await wren.emitWithAck("do", { gathering, asked: { deed: "enter", as: "1", agreed: "on" } })).toMatchObject({
    reason: "not-found",
  });
  expect(await wren.emitWithAck("watch-gathering", { gathering: toLink(5), since: 0 })).toMatchObject({
    reason: "not-found",
  });
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a number", 5],
  ["an id that is none", { gathering: "../../etc", since: 0 }],
  ["an endless id", { gathering: "0".repeat(5000), since: 0 }],
  ["a negative position", { gathering: "00000000000", since: -1 }],
  ["a list", [1, 2, 3]],
  ["a prototype", JSON.parse('{"__proto__": {"gathering": "00000000000"}}')],
])("a payload of %s is answered with a refusal, and the socket lives", async (_, payload) => {
  const hall = await liveHall();
  const client = hall.open(hall.wren);
  expect(await client.emitWithAck("watch-gathering", payload as never)).toMatchObject({ ok: false, reason: "invalid" });
  expect(await client.emitWithAck("do", payload as never)).toMatchObject({ ok: false, reason: "invalid" });
  const { gathering } = hall;
  expect(await client.emitWithAck("watch-gathering", { gathering, since: 0 })).toMatchObject({ ok: true });
});

test("an ask without a place for the answer, and an unknown event, do no harm", async () => {
  const hall = await liveHall();
  const client = hall.open(hall.wren);
  (client as Socket).emit("do", "no answer wanted");
  (client as Socket).emit("no-such-event", {});
  const { gathering } = hall;
  expect(await client.emitWithAck("watch-gathering", { gathering, since: 0 })).toMatchObject({ ok: true });
});

test("a frame that isn't the protocol's, and one that is too large, end that socket alone", async () => {
  const hall = await liveHall();
  const other = await hall.watch(hall.iris);
  for (const frame of ["9this is no packet", `42["do",${JSON.stringify({ body: "x".repeat(70_000) })}]`]) {
    const client = hall.open(hall.wren);
    await new Promise<void>((resolve) => client.on("connect", resolve));
    const ended = gone(client);
    (client.io.engine as unknown as { transport: { ws: WebSocket } }).transport.ws.send(frame);
    await ended;
  }
  expect(await other.client.emitWithAck("watch-gathering", { gathering: hall.gathering, since: 0 })).toMatchObject({
    ok: true,
  });
});

test("whoever asks without end is hung up on", async () => {
  const hall = await liveHall();
  const client = hall.open(hall.wren);
  const ended = gone(client);
  await new Promise<void>((resolve) => client.on("connect", resolve));
  for (let i = 0; i < 80; i++) client.emit("do", {} as never, () => {});
  expect(await ended).toBe("io server disconnect");
});

test.each([
  ["another site", "https://elsewhere.example"],
  ["a look-alike", "http://127.0.0.1.elsewhere.example"],
  ["nowhere", ""],
  ["a sandbox", "null"],
])("a handshake from %s is turned away", async (_, origin) => {
  const hall = await liveHall();
  const client = hall.open(hall.wren, { origin });
  expect(await failure(client)).toBe("websocket error");
});

test("guests, and whoever brings a bad cookie, get no socket", async () => {
  const hall = await liveHall();
  expect(await failure(hall.open(null))).toBe("sign-in-first");
  expect(await failure(hall.open({ ...hall.wren, token: "0".repeat(40) }))).toBe("sign-in-first");
  expect(await failure(hall.open({ ...hall.wren, token: "%%%;;==" }))).toBe("sign-in-first");
});

test("an account has a few sockets, not as many as it likes", async () => {
  const hall = await liveHall();
  for (let i = 0; i < 8; i++) {
    const client = hall.open(hall.wren);
    await new Promise<void>((resolve) => client.on("connect", resolve));
  }
  expect(await failure(hall.open(hall.wren))).toBe("limited");
});

test("a plain request to the sockets' address is answered by the pages, not by socket.io", async () => {
  const hall = await liveHall();
  const response = await fetch(`${hall.url}${LIVE_PATH}?EIO=4&transport=polling`);
  expect([response.status, await response.text()]).toEqual([404, ""]);
});

test("the sockets of a session that ends are hung up on at once; others of the account stay", async () => {
  const hall = await liveHall();
  const again = { ...hall.iris, token: "anothersession".padEnd(40, "1"), sessionId: "" };
  await hall.site.database.transaction((tx) =>
    tx.insert(sessions).values({
      id: sha256(again.token),
      accountId: hall.iris.accountId,
      expires: new Date(hall.now.getTime() + DAY),
      ownDevice: true,
      started: hall.now,
    }),
  );
  const [one, other] = [await hall.watch(hall.iris), await hall.watch(again)];
  const [told, ended] = [next(one.client, "session-ended"), gone(one.client)];
  await hall.site.database.transaction((tx) => endSession(hall.site, tx, hall.iris.sessionId));
  await told;
  expect(await ended).toBe("io server disconnect");
  expect(other.client.connected).toBe(true);
});

test("a session that runs out is found by the round, and by whatever is asked or told next", async () => {
  const hall = await liveHall();
  const [iris, wren] = [await hall.watch(hall.iris), await hall.watch(hall.wren)];
  const ended = gone(iris.client);
  hall.later(40 * DAY);
  const { gathering } = hall;
  expect(await wren.client.emitWithAck("watch-gathering", { gathering, since: 0 })).toMatchObject({
    reason: "sign-in-first",
  });
  await hall.live.recheck();
  expect(await ended).toBe("io server disconnect");
});

test("somebody removed is told so and hears nothing more; somebody muted goes on hearing", async () => {
  const hall = await liveHall();
  for (const person of [hall.iris, hall.wren]) await hall.enter(person);
  const [iris, wren] = [await hall.watch(hall.iris), await hall.watch(hall.wren)];
  const out = next(iris.client, "gathering", (view) => view.room === null);
  const muted = next(wren.client, "gathering", (view) => view.room?.me.muted === true);
  await hall.does(hall.alder, removeSeat, { seatId: (await hall.seatOf("Iris")).id });
  expect((await out).door?.reason).toBe("seat-removed");
  await hall.does(hall.alder, muteSeat, { seatId: (await hall.seatOf("Wren")).id });
  await muted;
  const heard: unknown[] = [];
  iris.client.on("gathering", (view) => heard.push(...(view.room?.messages ?? [])));
  const reached = next(wren.client, "gathering", (view) => view.room!.messages.length > 0);
  await hall.does(hall.alder, writeMessage, { channel: "host", body: "We go on" });
  await reached;
  await iris.client.emitWithAck("watch-gathering", { gathering: hall.gathering, since: 0 });
  expect(heard).toEqual([]);
});

test("what changes for an account is told to its own sockets alone: nobody sees a room stir when its sibling does something", async () => {
  const hall = await liveHall();
  await hall.enter(hall.iris);
  await hall.enter(hall.wren);
  const iris = await hall.watch(hall.iris);
  const [wren, alder] = [await hall.watch(hall.wren), await hall.watch(hall.alder)];
  const others: string[] = [];
  for (const { client } of [wren, alder]) client.onAny((kind: string) => others.push(kind));
  const told = next(iris.client, "gathering");
  expect(await retirePseudonym(hall.site, await hall.viewer(hall.iris), 2, hall.now)).toEqual({ ok: true });
  await told;
  // An answer comes after whatever was sent before it.
  for (const { client } of [wren, alder])
    await client.emitWithAck("watch-gathering", { gathering: hall.gathering, since: 0 });
  expect(others).toEqual([]);
});

test("a topic tells those who may see it how many posts there are", async () => {
  const hall = await liveHall({ kind: "circle" });
  const topicId = newId();
  const { site, space, now } = hall;
  await site.database.transaction((tx) =>
    tx.insert(topics).values({
      id: topicId,
      spaceId: space.id,
      pseudonymId: hall.iris.pseudonymId,
      title: "T",
      contentNotes: [],
      posts: 1,
      bump: 1,
      started: now,
      lastPost: now,
    }),
  );
  const topic = toLink(topicId);
  const [inside, outside] = [hall.open(hall.iris), hall.open(hall.wren)];
  expect(await inside.emitWithAck("watch-topic", { topic })).toEqual({ ok: true, posts: 1 });
  expect(await outside.emitWithAck("watch-topic", { topic })).toMatchObject({ reason: "not-found" });
  const news = next(inside, "topic");
  await site.database.transaction(async (tx) => {
    await tx.update(topics).set({ posts: 2 });
    tx.afterCommit(() => site.events.publish({ kind: "post-written", topicId, spaceId: space.id, position: 2 }));
  });
  expect(await news).toEqual({ topic, posts: 2 });
  expect(await hall.read.$count(posts)).toBe(0);

  // The small script of a topic's page speaks the protocol by itself.
  const address = lineAddress(new URL(hall.url), LIVE_PATH);
  const headers = { origin: hall.url, cookie: `session=${hall.iris.token}` };
  const line = new WebSocket(address, { headers } as never);
  const counted = await new Promise<number>((resolve) => {
    line.onmessage = ({ data }) => {
      const heard = hearFrame(String(data), topic);
      if (heard.reply) line.send(heard.reply);
      if (heard.posts !== undefined) resolve(heard.posts);
    };
  });
  line.close();
  expect(counted).toBe(2);
});
