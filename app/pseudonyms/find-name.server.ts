import { eq } from "drizzle-orm";
import { pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";

/** A public name by its id; null when there is none, or when it was burned: then it is as if it had never been. */
export async function findName(read: Reader, id: number) {
  const [name] = await read
    .select({ id: pseudonyms.id, name: pseudonyms.name, leaf: pseudonyms.leaf, state: pseudonyms.state })
    .from(pseudonyms)
    .where(eq(pseudonyms.id, id));
  return name && name.state !== "burned" ? { ...name, retired: name.state === "retired" } : null;
}
