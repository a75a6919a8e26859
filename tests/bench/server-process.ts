import { type ChildProcess, execFileSync, spawn } from "node:child_process";

export type Running = { url: string; pid: number; stop(): Promise<void> };

/** Starts a process that prints `… http://localhost:<port>` when it's ready. Rejects with what it printed instead. */
export function startProcess(args: string[], env: Record<string, string>): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return new Promise((resolve, reject) => {
    let printed = "";
    for (const stream of [child.stdout!, child.stderr!])
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed = (printed + text).slice(-4_000);
        const found = /(http:\/\/localhost:\d+)/.exec(printed);
        if (found) resolve({ url: found[1]!, pid: child.pid!, stop });
      });
    child.once("exit", (code) => reject(new Error(`it stopped (${code}):\n${printed}`)));
  });
}

/** Memory of a process that lies in RAM, in MB (what `ps` calls its resident set). */
export const memoryOf = (pid: number) =>
  Math.round(Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).trim()) / 1024);
