import { eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import { drawCodename, NAME_WORDS, signInKey } from "~/accounts/codename.server";
import { hashSecret } from "~/accounts/hashing.server";
import { drawRecoveryCode, recoveryHash } from "~/accounts/recovery-code.server";
import type { Person, World } from "./world";

/** Gives somebody of a test's community a codename and a recovery code that work. */
export async function giveCodename(world: World, person: Person) {
  const words = drawCodename();
  const recovery = drawRecoveryCode();
  const name = words.slice(0, NAME_WORDS).join(" ");
  const secret = words.slice(NAME_WORDS).join(" ");
  const secretHash = (await hashSecret(secret))!;
  await world.site.database.transaction((tx) =>
    tx
      .update(accounts)
      .set({ signInKey: signInKey(name), secretHash, recoveryHash: recoveryHash(recovery) })
      .where(eq(accounts.id, person.accountId)),
  );
  return { words, name, secret, recovery };
}
