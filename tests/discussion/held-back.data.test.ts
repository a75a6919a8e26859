import { describe, expect, test } from "vitest";
import { sanctions, topics } from "#db/schema";
import { removePost } from "~/discussion/posts/remove-post.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { startTopic } from "~/discussion/topics/start-topic.server";
import { DAY, MINUTE, plus } from "~/platform/time";
import { openWorld, type Person, type World } from "../support/world";

async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established", alsoAs: ["Grey Heron"] });
  const fern = await world.member("Fern", { standing: "established" });
  const space = await world.space("open");
  const topic = await world.topic(alder, space);
  return { world, alder, fern, space, topic };
}

const write = async (world: World, as: Person | null, topic: number, input: object) =>
  writePost(world.site, await world.viewer(as), { body: "x", ...input, topic } as never, world.later(MINUTE));

describe("sanctions and limits", () => {
  async function sanction(world: World, person: Person, kind: "mute" | "suspension" | "slow") {
    await world.site.database.transaction((tx) =>
      tx.insert(sanctions).values({
        pseudonymId: person.pseudonymId,
        caseId: 1,
        kind,
        agreement: "a",
        agreementVersion: 1,
        reasons: "the reasons given",
        started: world.now,
        until: plus(world.now, 3 * DAY),
      }),
    );
  }

  test.each([
    ["mute", "muted"],
    ["suspension", "suspended"],
  ] as const)("a %s says why and until when, under every name", async (kind, reason) => {
    const { world, alder, topic } = await scene();
    await sanction(world, alder, kind);
    expect(await write(world, alder, topic.id, { slot: 2, sureSlot: 2 })).toMatchObject({
      ok: false,
      reason,
      why: "the reasons given",
      until: expect.any(Date),
    });
    expect(await removePost(world.site, await world.viewer(alder), { post: topic.postId }, world.now)).toMatchObject({
      ok: true,
    });
  });

  test("who is slowed is as slow as a newcomer", async () => {
    const { world, alder, topic } = await scene();
    await sanction(world, alder, "slow");
    world.later(DAY);
    const viewer = await world.viewer(alder);
    const twice = [1, 2].map((n) => writePost(world.site, viewer, { body: `${n}`, topic: topic.id }, world.now));
    expect((await Promise.all(twice)).map((one) => one.ok || one.reason)).toEqual(
      expect.arrayContaining([true, "limited"]),
    );
  });

  test("a limit refuses before anything is written, and says when to go on", async () => {
    const { world, alder, space } = await scene();
    const start = async () =>
      startTopic(world.site, await world.viewer(alder), { title: "t", body: "b", space: space.id }, world.now);
    world.later(DAY);
    expect((await start()).ok).toBe(true);
    expect(await start()).toMatchObject({ reason: "limited", pace: { deed: "start-topic", retryAfterSeconds: 15 } });
    expect(await world.read.$count(topics)).toBe(2);
  });
});
