import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { readEnv } from "../../platform/env.server";
import { randomToken } from "../../platform/keys.server";
import { MINUTE } from "../../platform/time";
import type { NewKey, Signature } from "./forms";

/** Where passkeys of this site belong: the name they're bound to, and the origins whose pages may ask for them. */
export type Place = { rpId: string; origins: string[] };

/**
 * The place that a request came to: the configured address, or the onion service's; whatever the Host header says where
 * none is configured. A browser uses a passkey at the name it was made for only, so nobody gains by lying about the host.
 */
export function placeOf(request: Pick<Request, "url">): Place {
  const env = readEnv();
  const here = new URL(request.url);
  if (!env.UNDERSTORY_ORIGIN) return { rpId: here.hostname, origins: [`https://${here.host}`, `http://${here.host}`] };
  const known = [env.UNDERSTORY_ORIGIN, env.ONION_LOCATION].flatMap((url) => (url ? new URL(url) : []));
  const at = known.find(({ host }) => host === here.host) ?? known[0]!;
  return { rpId: at.hostname, origins: [at.origin] };
}

/** EdDSA, ECDSA with P-256 and RSA: every authenticator has one of them. */
const ALGORITHMS = [-8, -7, -257];

const named = (credentials: { credential: string }[]) =>
  credentials.map(({ credential }) => ({ id: credential, type: "public-key" as const }));

/**
 * What a browser is asked to make: a key that no device lists by itself if it can be helped, under a user handle drawn
 * for this once and kept by nobody, named after the site alone, and without word of the device's make.
 */
export const creationOptions = (
  { rpId }: Place,
  about: { challenge: string; siteName: string; known: { credential: string }[] },
): PublicKeyCredentialCreationOptionsJSON => ({
  rp: { id: rpId, name: about.siteName },
  user: { id: randomToken(32), name: about.siteName, displayName: about.siteName },
  challenge: about.challenge,
  pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: "public-key" })),
  timeout: 5 * MINUTE,
  attestation: "none",
  excludeCredentials: named(about.known),
  authenticatorSelection: { residentKey: "discouraged", requireResidentKey: false, userVerification: "preferred" },
});

/** What a browser is asked to sign with one of an account's keys. */
export const requestOptions = (
  { rpId }: Place,
  about: { challenge: string; known: { credential: string }[] },
): PublicKeyCredentialRequestOptionsJSON => ({
  rpId,
  challenge: about.challenge,
  allowCredentials: named(about.known),
  timeout: 4 * MINUTE,
  userVerification: "preferred",
});

/** Loaded when the first passkey is met: 25 MB that most servers never need. */
const webauthn = () => import("@simplewebauthn/server");
const insides = () => import("@simplewebauthn/server/helpers");

/** A key as it's stored. `counter`: how often it signed, as it says itself. */
export type MadeKey = { credential: string; publicKey: Uint8Array; counter: number };

/** Checks a new key against its challenge; null when anything about it is wrong. */
export async function verifyNewKey(key: NewKey, challenge: string, place: Place): Promise<MadeKey | null> {
  try {
    const { verifyRegistrationResponse } = await webauthn();
    const response = { ...key.response, attestationObject: await withoutStatement(key.response.attestationObject) };
    const checked = await verifyRegistrationResponse({
      response: { ...key, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: place.origins,
      expectedRPID: place.rpId,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!checked.verified) return null;
    const { id, publicKey, counter } = checked.registrationInfo.credential;
    return id === key.id ? { credential: id, publicKey, counter } : null;
  } catch {
    return null;
  }
}

/**
 * A new key without what it says of its maker. We didn't ask for it, it would tell which device somebody has, and the
 * certificates in it may name addresses which whoever checks them would call.
 */
async function withoutStatement(attestationObject: string): Promise<string> {
  const { decodeAttestationObject, isoBase64URL, isoCBOR } = await insides();
  const authData = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject)).get("authData");
  const bare = new Map<string, string | Uint8Array<ArrayBuffer> | Map<string, string>>();
  bare.set("fmt", "none").set("attStmt", new Map()).set("authData", authData);
  return isoBase64URL.fromBuffer(isoCBOR.encode(bare));
}

/** Checks what a key signed; null when anything is wrong. Whether the count went on is for the caller to say. */
export async function verifySignature(
  { credential, publicKey }: Omit<MadeKey, "counter">,
  signature: Signature,
  challenge: string,
  place: Place,
): Promise<{ counter: number } | null> {
  try {
    const { verifyAuthenticationResponse } = await webauthn();
    const checked = await verifyAuthenticationResponse({
      response: { ...signature, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: place.origins,
      expectedRPID: place.rpId,
      requireUserVerification: false,
      credential: { id: credential, publicKey: new Uint8Array(publicKey), counter: 0 },
    });
    return checked.verified ? { counter: checked.authenticationInfo.newCounter } : null;
  } catch {
    return null;
  }
}
