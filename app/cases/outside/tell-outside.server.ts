import { and, eq, inArray } from "drizzle-orm";
import { notifications } from "#db/schema";
import { notify } from "../../notifications/notify.server";
import type { OutsideIntake } from "../../reports/outside/file-outside.server";
import { isForStewards } from "../../reports/outside/rules";
import { candidatesFor } from "../conflict-queries.server";
import { isInConflict } from "./find-outside.server";

/** What is filed from outside is told to those who can handle it, once until they have looked: a flood rings one bell. */
export const intoOutsideQueue: OutsideIntake = {
  async filed(_site, tx, filed, now) {
    const offices = isForStewards(filed.conduct) ? (["steward"] as const) : (["moderator", "steward"] as const);
    const handlers = new Set<number>();
    for (const office of offices)
      for (const candidate of await candidatesFor(tx, office, now))
        if (!(await isInConflict(tx, filed, candidate))) handlers.add(candidate.pseudonymId);
    if (!handlers.size) return;
    const heard = await tx
      .select({ pseudonymId: notifications.pseudonymId })
      .from(notifications)
      .where(
        and(
          eq(notifications.kind, "outside-filed"),
          eq(notifications.seen, false),
          inArray(notifications.pseudonymId, [...handlers]),
        ),
      );
    for (const { pseudonymId } of heard) handlers.delete(pseudonymId!);
    await notify(
      tx,
      [...handlers].map((pseudonymId) => ({ kind: "outside-filed", pseudonymId })),
      now,
    );
  },
};
