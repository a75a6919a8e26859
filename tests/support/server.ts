import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { World } from "./world";

export type TestServer = {
  /** Without a slash at the end. */
  url: string;
  /** The folder of its database and keys. */
  data: string;
  /** Everything it has printed so far. */
  printed(): string;
  /** Asks it to stop, as an operator would. Resolves with its exit code. */
  stop(): Promise<number | null>;
};

type Asked = {
  /** Serves this community (SQLite only); without one, an empty data folder that is removed at the end. */
  world?: World;
  env?: Record<string, string>;
};

/**
 * Starts the built server (`npm run build`, which `npm test` sees to) on a free port. Resolves once it prints where it
 * is; rejects with what it printed when it stops before. The caller stops it.
 */
export async function startServer({ world, env = {} }: Asked = {}): Promise<TestServer> {
  const own = world ? null : mkdtempSync(join(tmpdir(), "understory-server-"));
  const data = own ?? dirname(world!.file!);
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      PATH: process.env.PATH,
      UNDERSTORY_SECRET: process.env.UNDERSTORY_SECRET,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      UNDERSTORY_DATA: data,
      UNDERSTORY_DEMO: "0",
      ...env,
    },
  });
  let printed = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  const url = await readyAt(server, () => printed);
  return {
    url,
    data,
    printed: () => printed,
    async stop() {
      server.kill("SIGTERM");
      const code = await ended;
      if (own) rmSync(own, { recursive: true, force: true });
      return code;
    },
  };
}

function readyAt(server: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdout!.on("data", () => {
      const found = /^Understory is at (http:\/\/localhost:\d+)$/m.exec(printed());
      if (found) resolve(found[1]!);
    });
    server.once("exit", (code) => reject(new Error(`The server stopped (${code}):\n${printed()}`)));
    server.once("error", reject);
  });
}
