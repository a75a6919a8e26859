import { parseArgs } from "node:util";

export type Options = {
  /** Posts in the community that is measured. */
  posts: number;
  /** Seconds for each measure. */
  seconds: number;
  /** Requests under way at a time. */
  connections: number;
  pg: boolean;
  /** Only rows whose name contains this. */
  only: string;
  /** Writes a CPU profile of the server into the folder. */
  profile: boolean;
  /** Where this community and the results are kept; ignored by git. */
  folder: string;
};

export const RESULTS = ".cache/bench";

/** What was asked for on the command line. Throws on anything unknown. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      large: { type: "boolean", default: false },
      posts: { type: "string" },
      seconds: { type: "string", default: "6" },
      connections: { type: "string", default: "10" },
      pg: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      profile: { type: "boolean", default: false },
    },
  });
  const posts = Number(values.posts ?? (values.large ? 1_000_000 : 100_000));
  const [seconds, connections] = [Number(values.seconds), Number(values.connections)];
  if (!(posts >= 1_000 && seconds >= 1 && connections >= 1))
    throw new Error("posts ≥ 1000, seconds ≥ 1, connections ≥ 1");
  const folder = `${RESULTS}/${values.pg ? "pg" : "sqlite"}-${posts}`;
  return { posts, seconds, connections, pg: values.pg, only: values.only, profile: values.profile, folder };
}
