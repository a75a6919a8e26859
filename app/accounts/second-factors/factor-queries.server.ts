import { and, eq } from "drizzle-orm";
import { codeApps, passkeys } from "#db/schema";
import type { Reader } from "#db/types";

/** What an account has besides its codename. `codeApp`: one that has shown a first code. */
export type Factors = {
  passkeys: { id: number; credential: string; label: string | null; added: Date }[];
  codeApp: boolean;
};

/** The second factors in force, passkeys in an order that tells nothing. */
export async function factorsOf(read: Reader, accountId: number): Promise<Factors> {
  const keys = await read
    .select({ id: passkeys.id, credential: passkeys.credential, label: passkeys.label, added: passkeys.added })
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(passkeys.id);
  const [app] = await read
    .select({ accountId: codeApps.accountId })
    .from(codeApps)
    .where(and(eq(codeApps.accountId, accountId), eq(codeApps.confirmed, true)));
  return { passkeys: keys, codeApp: app !== undefined };
}

/** Whether signing in takes a second step. */
export const hasFactor = ({ passkeys, codeApp }: Factors) => passkeys.length > 0 || codeApp;
