import { expect, test } from "vitest";
import { hearFrame, lineAddress } from "~/live/topic-line";

test.each([
  ["the line is open", '0{"sid":"x","pingInterval":25000}', { reply: "40" }],
  ["the server asks whether we're there", "2", { reply: "3" }],
  ["connected", '40{"sid":"y"}', { reply: '420["watch-topic",{"topic":"abc"}]' }],
  ["refused", '44{"message":"sign-in-first"}', { over: true }],
  ["how many posts there are", '430[{"ok":true,"posts":12}]', { posts: 12 }],
  ["not ours to see", '430[{"ok":false,"reason":"not-found"}]', {}],
  ["something was written", '42["topic",{"topic":"abc","posts":13}]', { posts: 13 }],
  ["the session is over", '42["session-ended"]', { over: true }],
  ["something else", '42["gathering",{"link":"x"}]', {}],
  ["nothing", "", {}],
  ["an empty list", "42[]", {}],
])("%s", (_, frame, heard) => expect(hearFrame(frame, "abc")).toEqual(heard));

test("the line runs beside the page", () => {
  expect(lineAddress({ protocol: "https:", host: "a.example" }, "/live/")).toBe(
    "wss://a.example/live/?EIO=4&transport=websocket",
  );
  expect(lineAddress({ protocol: "http:", host: "localhost:3000" }, "/live/")).toMatch(/^ws:/);
});
