import { and, eq, gt, inArray } from "drizzle-orm";
import { heldBack, pseudonyms, shelters } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { isOn, mayRead, type Shelter } from "./permissions";

/** The shelter of a name while it's on. */
export async function findShelter(read: Reader, pseudonymId: number, now: Date): Promise<Shelter | null> {
  const [shelter] = await read.select().from(shelters).where(eq(shelters.pseudonymId, pseudonymId));
  return shelter && isOn(shelter, now) ? shelter : null;
}

/** Each of the viewer's names that isn't burned: whether it's in shelter, who reads for it, and how much is held. */
export async function ownShelters(read: Reader, viewer: Member, now: Date) {
  const names = viewer.pseudonyms.filter((own) => own.state !== "burned");
  const ids = names.map((own) => own.id);
  const live = await read
    .select({ shelter: shelters, reader: pseudonyms.name })
    .from(shelters)
    .leftJoin(pseudonyms, and(eq(pseudonyms.id, shelters.readerPseudonymId), eq(pseudonyms.state, "active")))
    .where(and(inArray(shelters.pseudonymId, ids), gt(shelters.until, now)));
  const held = await read
    .select({ pseudonymId: heldBack.pseudonymId })
    .from(heldBack)
    .where(inArray(heldBack.pseudonymId, ids));
  return names.map(({ id, slot, name, leaf }) => {
    const found = live.find(({ shelter }) => shelter.pseudonymId === id);
    return {
      slot,
      name,
      leaf,
      until: found?.shelter.until ?? null,
      reader: found?.reader && found.shelter.reader ? { name: found.reader, state: found.shelter.reader } : null,
      held: held.filter((one) => one.pseudonymId === id).length,
    };
  });
}

/** For whom the viewer reads, or was asked to, by name. */
export async function readsFor(read: Reader, viewer: Member, now: Date) {
  const rows = await read
    .select({ shelter: shelters, name: pseudonyms.name })
    .from(shelters)
    .innerJoin(pseudonyms, eq(pseudonyms.id, shelters.pseudonymId))
    .where(
      and(
        inArray(
          shelters.readerPseudonymId,
          viewer.pseudonyms.map((own) => own.id),
        ),
        gt(shelters.until, now),
      ),
    );
  return rows.flatMap(({ shelter, name }) => {
    const as = (["asked", "reading"] as const).find((state) => mayRead(viewer, shelter, state, now).ok);
    return as ? [{ pseudonymId: shelter.pseudonymId, name, as }] : [];
  });
}
