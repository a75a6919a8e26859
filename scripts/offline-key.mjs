// Prints a pair of keys of age (https://age-encryption.org) and stores nothing. For a machine that isn't the server.
import { generateX25519Identity, identityToRecipient } from "age-encryption";

const secret = await generateX25519Identity();
console.log(`# Secret half. Write it down, keep it offline, never paste it anywhere:
${secret}

# Public half. Paste this one on the stewards' page:
${await identityToRecipient(secret)}`);
