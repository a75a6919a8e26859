import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { cases, gatheringMessages, gatherings, posts, pseudonyms, reports, spaces, topics } from "#db/schema";
import { toLink } from "~/platform/ids";
import { call } from "../support/call";
import type { Person, World } from "../support/world";

type Loader = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

/** What can stand in an address of this community, each kind in the order of its writing or by name. */
export type Addresses = Record<"space" | "topic" | "position" | "name" | "gathering" | "case" | "report", string[]> & {
  posts: string[];
  messages: string[];
  /** What is searched for. */
  words: string[];
};

/** Every address of a community, read from the database; the same in two communities that say the same. */
export async function addressesOf({ read }: World, words: string[]): Promise<Addresses> {
  const links = (rows: { id: number }[]) => rows.map((row) => toLink(row.id));
  const byTopic = await read.select().from(topics).orderBy(topics.started, topics.bump);
  const order = new Map(byTopic.map((topic, i) => [topic.id, i]));
  const allPosts = (await read.select().from(posts)).sort(
    (a, b) => order.get(a.topicId)! - order.get(b.topicId)! || a.position - b.position,
  );
  return {
    space: (await read.select().from(spaces).orderBy(spaces.name)).map((space) => space.slug),
    topic: links(byTopic),
    position: [...new Set(allPosts.map((post) => String(post.position)))].sort(),
    name: links(await read.select().from(pseudonyms).orderBy(pseudonyms.name)),
    gathering: links(await read.select().from(gatherings).orderBy(gatherings.title)),
    case: links(await read.select().from(cases).orderBy(cases.bump)),
    report: links(await read.select().from(reports).orderBy(reports.filed, reports.conduct)),
    posts: links(allPosts),
    messages: links(await read.select().from(gatheringMessages).orderBy(gatheringMessages.position)),
    words,
  };
}

/** Addresses that tell something with a question behind them. */
const QUESTIONS: Record<string, (at: Addresses) => string[]> = {
  search: ({ words }) => words.map((word) => `words=${encodeURIComponent(word)}`),
  report: (at) => [
    ...at.posts.map((post) => `post=${post}`),
    ...at.name.map((name) => `name=${name}`),
    ...at.messages.map((message) => `message=${message}`),
  ],
  "t.$topic.reply": ({ position }) => position.map((to) => `to=${to}&quote=on`),
};

/** What no community holds here: an entry of somebody's journal, a match, an invitation's code, the status of a refusal, a page of the handbook. */
const ELSEWHERE: Record<string, string[]> = {
  code: ["nothing"],
  way: ["nothing"],
  outside: ["nothing"],
  status: ["404"],
  page: ["nothing"],
  entry: ["nothing"],
  match: ["nothing"],
  copy: ["nothing"],
};

/** End the session of whoever reads them, and tell nothing. */
const ENDS_IT = ["leave", "sign-out"];

/** Every route that answers to reading, by its file's name. */
export const readable: string[] = readdirSync("app/routes")
  .filter((file) =>
    /export (?:async function|function|const) loader\b/.test(readFileSync(`app/routes/${file}`, "utf8")),
  )
  .map((file) => file.replace(/\.tsx?$/, ""))
  .filter((route) => !ENDS_IT.includes(route));

async function loaderOf(route: string): Promise<Loader> {
  const file = ["tsx", "ts"].map((ending) => resolve(`app/routes/${route}.${ending}`)).find(existsSync);
  const { loader } = (await import(/* @vite-ignore */ pathToFileURL(file!).href)) as { loader?: Loader };
  if (!loader) throw new Error(`${route} has no loader`);
  return loader;
}

function paramsOf(route: string, at: Addresses): Record<string, string>[] {
  const keys = [...route.matchAll(/\$(\w+?)_?(?=\.|$)/g)].map((found) => found[1]!);
  return keys.reduce<Record<string, string>[]>(
    (all, key) => {
      const values = (at as Record<string, string[]>)[key] ?? ELSEWHERE[key];
      if (!values) throw new Error(`nobody knows what ${key} is: the tour needs to be told`);
      return all.flatMap((params) => values.map((value) => ({ ...params, [key]: value })));
    },
    [{}],
  );
}

export type Seen = { route: string; params: Record<string, string>; question: string; status: number; data: unknown };

/** Reads every address as somebody, and answers with all that was told. What is only refused is told by its status. */
export async function tour(world: World, as: Person | null, at: Addresses): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const route of readable) {
    const loader = await loaderOf(route);
    for (const params of paramsOf(route, at)) {
      for (const question of QUESTIONS[route]?.(at) ?? [""]) {
        // A fresh network each: what is looked at here is what pages say, not how often they may be asked.
        const network = `${route} ${question}`;
        const answer = await call(world, loader, { as, params, url: `/?${question}`, network });
        const location = answer.headers.get("location");
        seen.push({ route, params, question, status: answer.status, data: location ?? answer.data });
      }
    }
  }
  return seen;
}
