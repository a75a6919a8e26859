import { existsSync, readFileSync } from "node:fs";
import { Decrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { setOfflineKey } from "~/cases/quarantine/set-offline-key.server";
import { everything } from "../retention/places";
import { aCase, report } from "./reporting";
import type { Person, World } from "./world";

/** Stands for what nobody may read: it must be found nowhere. */
export const MARKER = "zebra-lantern-forty-two";

/** A pair as the stewards make it: the secret half stays in the test. */
export async function aPair() {
  const secret = await generateX25519Identity();
  return { secret, offlineKey: await identityToRecipient(secret) };
}

/** What a steward opens on a machine of their own. */
export async function openWith(secret: string, sealed: Uint8Array): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(secret);
  return decrypter.decrypt(sealed, "text");
}

/** A community with two stewards, two moderators, and a post that should never have been written. */
export async function aCommunity({ key = true, stewards: many = 2 } = {}) {
  const setting = await aCase();
  const { world, harasser, topic } = setting;
  const stewards: Person[] = [];
  for (const [i, name] of ["Oak", "Rowan", "Larch"].slice(0, many).entries())
    stewards.push(await world.member(name, { offices: ["steward"], branch: 80 + i, weeksHere: 95 + i }));
  const pair = await aPair();
  if (key) await registered(world, stewards[0]!, pair.offlineKey);
  const bad = await world.post(harasser, topic, { body: `Look at ${MARKER}, everybody.` });
  return { ...setting, stewards, pair, bad };
}

export async function registered(world: World, steward: Person, offlineKey: string) {
  const set = await setOfflineKey(world.site, await world.viewer(steward), offlineKey, world.now);
  if (!set.ok) throw new Error(`the key can't be registered: ${set.reason}`);
  return set;
}

/** The same, reported by whom it shows: hidden for all, and set aside. */
export async function aSetAsideCase(about: Parameters<typeof aCommunity>[0] = {}) {
  const setting = await aCommunity(about);
  const filed = await report(setting.world, setting.survivor, setting.bad.id, {
    conduct: "child-material",
    aboutMe: true,
  });
  return { ...setting, ...filed };
}

/** Where the marker can be read: columns, and on SQLite the files as a thief would have them. */
export async function readableAt(world: World, marker = MARKER): Promise<string[]> {
  const columns = (await everything(world)).filter(({ text }) => text.includes(marker)).map(({ column }) => column);
  await world.site.database.scrub();
  const files = world.file ? [world.file, `${world.file}-wal`].filter(existsSync) : [];
  const inFiles = files.filter((file) => readFileSync(file).includes(marker));
  return [...new Set(columns), ...inFiles];
}
