import { availableParallelism } from "node:os";
import { expect, test, vi } from "vitest";
import { hashSecret } from "~/accounts/hashing.server";

const held = vi.hoisted(() => ({ running: 0, most: 0, release: [] as (() => void)[] }));
vi.mock("@node-rs/argon2", () => ({
  hash: () => {
    held.most = Math.max(held.most, ++held.running);
    return new Promise((done) =>
      held.release.push(() => {
        held.running--;
        done("a hash");
      }),
    );
  },
  verify: () => Promise.resolve(false),
}));

test("no more hashes run at once than there are cores, the queue is bounded, and who comes too late hears it at once", async () => {
  const cores = availableParallelism();
  const room = cores + cores * 20;
  const accepted = Array.from({ length: room }, () => hashSecret("words"));
  expect(await hashSecret("one too many")).toBeNull();
  expect(held.running).toBe(cores);
  for (let done = 0; done < room; done++) {
    await vi.waitUntil(() => held.release.length > 0);
    held.release.shift()!();
  }
  expect(await Promise.all(accepted)).toEqual(Array(room).fill("a hash"));
  expect(held.most).toBe(cores);
});
