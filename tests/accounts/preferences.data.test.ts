import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { accounts } from "#db/schema";
import { action, loader } from "~/routes/preferences";
import { call } from "../support/call";
import { openWorld, type Person, type World } from "../support/world";

let world: World;
let wren: Person;

beforeEach(async () => {
  world = await openWorld();
  wren = await world.member("Wren");
});

const choose = (form: Record<string, string | string[]>, as: Person | null = null) =>
  call(world, action, { as, url: "/preferences", form });

describe("choosing language and look", () => {
  test("a guest's choice is kept in a cookie and nowhere else", async () => {
    const { status, headers } = await choose({ language: "es", back: "/t/abc?page=2" });
    expect(status).toBe(303);
    expect(headers.get("location")).toBe("/t/abc?page=2");
    expect(headers.get("set-cookie")).toMatch(/^preferences=es\.-; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly$/);
  });

  test("a member's choice is kept with the account, and one choice leaves the other alone", async () => {
    await choose({ language: "es" }, wren);
    await choose({ theme: "contrast" }, wren);
    const [account] = await world.read.select().from(accounts).where(eq(accounts.id, wren.accountId));
    expect(account).toMatchObject({ language: "es", theme: "contrast" });
    const { data } = await call(world, loader, { as: wren, url: "/preferences" });
    expect(data).toMatchObject({ chosen: { language: "es", theme: "contrast" }, member: true });
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
    "x".repeat(5_000),
  ])("afterwards one never lands at %s", async (back) => {
    const { headers } = await choose({ theme: "dark", back });
    expect(headers.get("location")).toBe("/preferences?saved");
  });

  test.each<Record<string, string>>([{ language: "fr" }, { theme: "<script>" }, { language: "x".repeat(100_000) }])(
    "what can't be chosen is refused: %o",
    async (form) => {
      const { status, headers } = await choose(form);
      expect(status).toBe(400);
      expect(headers.get("set-cookie")).toBeNull();
    },
  );

  test("pressing it over and over meets a limit that says when it ends", async () => {
    let answered = await choose({ theme: "dark" });
    for (let presses = 1; presses <= 60; presses++) answered = await choose({ theme: "dark" });
    expect(answered.status).toBe(429);
    expect(answered.headers.get("retry-after")).toBe("3600");
    expect(answered.headers.get("ratelimit-policy")).toBe('"change-settings";q=60;w=3600');
    expect(answered.headers.get("ratelimit")).toBe('"change-settings";r=0;t=3600');
  });
});
