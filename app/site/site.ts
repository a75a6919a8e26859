import type { Database } from "#db/types";
import type { Limits } from "../limits/limits";
import type { Events } from "../platform/events";

/** What every command shares: one database handle, one set of counters, one hub. */
export type Site = { database: Database; limits: Limits; events: Events };
