import type { Database } from "#db/types";
import type { Limits } from "../limits/limits";
import type { Shield } from "../limits/shield/shield";
import type { Events } from "../platform/events";

/** What every command shares: one database handle, one set of counters, one shield, one hub. */
export type Site = { database: Database; limits: Limits; shield: Shield; events: Events };
