import { expect, test } from "vitest";
import * as leave from "~/routes/leave";
import * as signInPage from "~/routes/sign-in";
import * as signOut from "~/routes/sign-out";
import { call } from "../support/call";
import { giveCodename } from "../support/codename";
import { openWorld } from "../support/world";

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  return { world, alder, codename: await giveCodename(world, alder) };
}

test("signing in sets the cookie and goes back to where one was", async () => {
  const { world, codename } = await community();
  const form = { name: codename.name, secret: codename.secret, back: "/t/abc?page=2" };
  const answer = await call(world, signInPage.action, { form });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/t/abc?page=2");
  expect(answer.headers.get("set-cookie")).toMatch(/^session=[a-z0-9]{40}; HttpOnly/);
});

test.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", " /x", "/\n//x"])(
  "signing in never goes to %j",
  async (back) => {
    const { world, codename } = await community();
    const form = { name: codename.name, secret: codename.secret, back };
    expect((await call(world, signInPage.action, { form })).headers.get("location")).toBe("/");
  },
);

test("a refused sign-in gives the name back and never the secret", async () => {
  const { world, codename } = await community();
  const form = { name: codename.name, secret: "five words that are wrong" };
  const answer = await call(world, signInPage.action, { form });
  expect(answer.status).toBe(401);
  expect(JSON.stringify(answer.data)).toContain(codename.name);
  expect(JSON.stringify(answer.data)).not.toContain("words that are");
});

test("a whole codename pasted into the name's field doesn't come back", async () => {
  const { world, codename } = await community();
  const slip = `${codename.name} ${codename.secret.split(" ").reverse().join(" ")}`;
  const answer = await call(world, signInPage.action, { form: { name: slip, secret: "" } });
  expect(answer.status).toBe(401);
  expect(JSON.stringify(answer.data)).toContain(codename.name);
  for (const word of codename.secret.split(" ")) expect(JSON.stringify(answer.data)).not.toContain(word);
});

test("too many tries are answered with 429, the wait, and the name still in its field", async () => {
  const { world, codename } = await community();
  const form = { name: codename.name, secret: "wrong" };
  for (let i = 0; i < 5; i++) await call(world, signInPage.action, { form, network: `n${i}` });
  const answer = await call(world, signInPage.action, { form });
  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("1");
  expect(JSON.stringify(answer.data)).toContain(codename.name);
});

test.each([
  ["nothing", {}],
  ["something huge", { name: "x".repeat(10_000), secret: "y" }],
  ["an unknown device", { name: "a", secret: "b", device: "both" }],
  ["fields sent twice", { name: ["a", "b"], secret: ["c", "d"] }],
])("%s is refused in words", async (_what, form) => {
  const { world } = await community();
  const { status } = await call(world, signInPage.action, { form: form as Record<string, string> });
  expect([401, 422]).toContain(status);
});

test("whoever is signed in already goes where they wanted to", async () => {
  const { world, alder } = await community();
  const answer = await call(world, signInPage.loader, { as: alder, url: "/sign-in?back=/me" });
  expect(answer.headers.get("location")).toBe("/me");
});

test("signing out ends the session, twice without harm", async () => {
  const { world, alder } = await community();
  for (let i = 0; i < 2; i++) {
    const answer = await call(world, signOut.action, { as: alder, form: {} });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
  }
  expect(world.heard).toEqual([{ kind: "session-ended", sessionId: alder.sessionId }]);
  expect((await call(world, signInPage.loader, { as: alder })).status).toBe(200);
});

test("leaving now ends the session, unless another site sends one there", async () => {
  const { world, alder } = await community();
  await call(world, leave.loader, { as: alder, headers: { "sec-fetch-site": "cross-site" } });
  expect(world.heard).toEqual([]);
  await call(world, leave.loader, { as: alder, headers: { "sec-fetch-site": "same-origin" } });
  expect(world.heard).toEqual([{ kind: "session-ended", sessionId: alder.sessionId }]);
});
