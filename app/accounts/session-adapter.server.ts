import { and, eq, gt } from "drizzle-orm";
import type { Adapter, DatabaseSession, Lucia } from "lucia";
import { sessions } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { sha256 } from "../platform/keys.server";

export type Attributes = { ownDevice: boolean; label: string | null; started: Date; expires: Date };

declare module "lucia" {
  interface Register {
    UserId: number;
    Lucia: Lucia<Attributes>;
    DatabaseSessionAttributes: Attributes;
  }
}

/** Lucia asks the machine's clock, which a request's `now` may differ from; our rows alone decide what has expired, so Lucia is told "not yet". */
const NOT_YET = new Date(8.64e15);

/**
 * Lucia's sessions in our tables. Lucia's id is the cookie's value, a live login; it goes no further than this file,
 * which stores its SHA-256. `write` runs work in a transaction, or in the one that is open already.
 */
export function sessionAdapter(read: Reader, write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, now: Date) {
  const mine = (token: string) => eq(sessions.id, sha256(token));
  const adapter: Adapter = {
    async getSessionAndUser(token) {
      const [row] = await read
        .select()
        .from(sessions)
        .where(and(mine(token), gt(sessions.expires, now)));
      if (!row) return [null, null];
      return [asLucia(token, row), { id: row.accountId, attributes: {} }];
    },
    async getUserSessions(accountId) {
      const rows = await read
        .select()
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), gt(sessions.expires, now)));
      return rows.map((row) => asLucia(row.id, row));
    },
    async setSession({ id: token, userId, attributes: { ownDevice, label, started, expires } }) {
      const row = { id: sha256(token), accountId: userId, ownDevice, label, started, expires };
      await write((tx) => tx.insert(sessions).values(row));
    },
    async updateSessionExpiration(token, expires) {
      await write((tx) => tx.update(sessions).set({ expires }).where(mine(token)));
    },
    async deleteSession(token) {
      await write((tx) => tx.delete(sessions).where(mine(token)));
    },
    async deleteUserSessions(accountId) {
      await write((tx) => tx.delete(sessions).where(eq(sessions.accountId, accountId)));
    },
    // Swept with everything else that is past its period.
    async deleteExpiredSessions() {},
  };
  return adapter;
}

const asLucia = (id: string, row: typeof sessions.$inferSelect): DatabaseSession => ({
  id,
  userId: row.accountId,
  expiresAt: NOT_YET,
  attributes: { ownDevice: row.ownDevice, label: row.label, started: row.started, expires: row.expires },
});
