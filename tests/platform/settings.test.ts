import { expect, test } from "vitest";
import { readEnv } from "~/platform/env.server";
import { httpSettings } from "~/platform/http/settings.server";

const settingsOf = (source: Record<string, string>) => httpSettings(readEnv(source));

test("with nothing set, the server listens where only this machine reaches it and trusts nobody", () => {
  expect(settingsOf({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    trustedProxies: new Set(),
    origins: new Set(),
    onionLocation: null,
    onionPort: null,
    development: false,
  });
});

test("proxies are listed, and loopback is a word for both of its addresses", () => {
  const { trustedProxies } = settingsOf({ TRUST_PROXY: "loopback, 192.0.2.7 ,," });
  expect([...trustedProxies]).toEqual(["127.0.0.1", "::1", "192.0.2.7"]);
});

test("the onion service is an origin of its own", () => {
  const { origins } = settingsOf({ UNDERSTORY_ORIGIN: "https://a.example/", ONION_LOCATION: "http://b.onion/" });
  expect([...origins]).toEqual(["https://a.example", "http://b.onion"]);
});

test.each<Record<string, string>>([
  { PORT: "many" },
  { PORT: "70000" },
  { ONION_PORT: "-1" },
  { UNDERSTORY_ORIGIN: "forum.example" },
  { UNDERSTORY_ORIGIN: "forum" },
  { ONION_LOCATION: "data:text/plain,x" },
])("%o is refused with a sentence that names the setting", (env) => {
  expect(() => settingsOf(env)).toThrow(Object.keys(env)[0]!);
});
