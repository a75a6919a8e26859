// Opens a preservation package with the key that stewards keep offline: node scripts/open-package.mjs FILE KEYFILE
// Prints the package as JSON, each copy with what it says under `opened`. Run it away from the server, and keep no more than the law asks.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Decrypter } from "age-encryption";

const [file, keyFile] = process.argv.slice(2);
if (!file || !keyFile) {
  console.error("Which package, and which key? open-package FILE KEYFILE");
  process.exit(1);
}
const secrets = readFileSync(keyFile, "utf8").match(/AGE-SECRET-KEY-1[A-Z0-9]+/g) ?? [];
const decrypter = new Decrypter();
for (const secret of secrets) decrypter.addIdentity(secret);

const all = JSON.parse(await decrypter.decrypt(readFileSync(file), "text"));
for (const copy of all.copies) {
  // A copy of an earlier key needs that key in the file as well.
  copy.opened = await decrypter.decrypt(Buffer.from(copy.sealed, "base64"), "text").catch(() => null);
  if (copy.opened === null) delete copy.opened;
  else copy.unchanged = createHash("sha256").update(`${copy.id}:${copy.opened}`).digest("hex") === copy.digest;
  delete copy.sealed;
}
console.log(JSON.stringify(all, null, 1));
