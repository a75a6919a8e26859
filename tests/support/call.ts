import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { proofCookie } from "~/accounts/proof.server";
import type { Person, World } from "./world";

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;
type Asked = {
  as?: Person | null;
  /** Typed their secret a moment ago. */
  proved?: boolean;
  /** The account's own key, which that proof brings along. */
  ownKey?: Buffer | null;
  url?: string;
  params?: Record<string, string>;
  form?: Record<string, string | string[]>;
  network?: string;
  headers?: Record<string, string>;
};

/** What a loader or action answered: a redirect, a refusal or a page's data, all with their status. */
export type Answer = { status: number; headers: Headers; data: unknown };

type WithInit = { type: "DataWithResponseInit"; data: unknown; init: ResponseInit | null };
const hasInit = (value: unknown): value is WithInit => (value as WithInit | null)?.type === "DataWithResponseInit";

const cookiesOf = (world: World, { token, sessionId }: Person, proved: boolean, ownKey: Buffer | null) =>
  `session=${token}${proved ? `; ${proofCookie(sessionId, world.now, ownKey).split(";")[0]}` : ""}`;

/** Calls a loader (or, with `form`, an action) as somebody, as the router would. */
export async function call(
  world: World,
  handler: Handler,
  {
    as = null,
    proved = false,
    ownKey = null,
    url = "/",
    params = {},
    form,
    network = "a network",
    headers = {},
  }: Asked = {},
): Promise<Answer> {
  const body =
    form &&
    new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
  const request = new Request(new URL(url, "http://localhost"), {
    method: form ? "POST" : "GET",
    headers: { ...headers, ...(as ? { cookie: cookiesOf(world, as, proved, ownKey) } : {}) },
    body,
  });
  const context = { site: world.site, now: world.now, nonce: "nonce", network };
  try {
    return await answerOf(await handler({ request, params, context }));
  } catch (thrown) {
    if (thrown instanceof Response || hasInit(thrown)) return answerOf(thrown);
    throw thrown;
  }
}

async function answerOf(value: unknown): Promise<Answer> {
  if (value instanceof Response) {
    const text = await value.text();
    const json = value.headers.get("content-type")?.includes("json");
    return { status: value.status, headers: value.headers, data: json ? JSON.parse(text) : text };
  }
  if (hasInit(value))
    return { status: value.init?.status ?? 200, headers: new Headers(value.init?.headers), data: value.data };
  return { status: 200, headers: new Headers(), data: value };
}
