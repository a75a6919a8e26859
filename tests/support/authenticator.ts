import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

type Asked = { challenge: string; rp?: { id?: string }; rpId?: string };
type Liar = { origin?: string; rpId?: string; counter?: number; type?: string; present?: boolean };

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

const PRESENT = 0x01;
const WITH_KEY = 0x40;

/** The public key as authenticators write it: COSE, elliptic curve P-256. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: "jwk" });
  const coordinates = [x, y].map((one) => new Uint8Array(Buffer.from(one!, "base64url")));
  return Buffer.from(
    isoCBOR.encode(
      new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinates[0]!],
        [-3, coordinates[1]!],
      ]),
    ),
  );
}

/** A passkey on a device that does as it's told, and lies when it's told. */
export function aPasskey({ origin = "http://localhost", counting = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  let counter = 0;

  function statement(asked: Asked, { type, ...lies }: Liar & { type: string }) {
    const rpId = lies.rpId ?? asked.rp?.id ?? asked.rpId ?? "localhost";
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lies.counter ?? (counting ? ++counter : 0));
    const clientData = JSON.stringify({
      type,
      challenge: asked.challenge,
      origin: lies.origin ?? origin,
      crossOrigin: false,
    });
    return { rpIdHash: sha256(rpId), count, clientData, present: lies.present === false ? 0 : PRESENT };
  }

  return {
    id: base64url(id),
    /** What our script puts into the form that adds a key. `attestation`: what the device says of its maker. */
    make(
      optionsJson: string,
      lies: Liar = {},
      attestation: { fmt: string; attStmt: Map<string, never> } | null = null,
    ) {
      const said = statement(JSON.parse(optionsJson), { type: "webauthn.create", ...lies });
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = Buffer.concat([
        said.rpIdHash,
        Buffer.from([said.present | WITH_KEY]),
        said.count,
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey),
      ]);
      const object = new Map<string, string | Uint8Array<ArrayBuffer> | Map<string, never>>();
      object.set("fmt", attestation?.fmt ?? "none").set("attStmt", attestation?.attStmt ?? new Map<string, never>());
      object.set("authData", new Uint8Array(authData));
      return JSON.stringify({
        id: base64url(id),
        rawId: base64url(id),
        type: "public-key",
        response: { clientDataJSON: base64url(said.clientData), attestationObject: base64url(isoCBOR.encode(object)) },
        clientExtensionResults: {},
        authenticatorAttachment: "cross-platform",
      });
    },
    /** What our script puts into the form of the second step. */
    show(optionsJson: string, lies: Liar & { as?: string } = {}) {
      const said = statement(JSON.parse(optionsJson), { type: "webauthn.get", ...lies });
      const authenticatorData = Buffer.concat([said.rpIdHash, Buffer.from([said.present]), said.count]);
      const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(said.clientData)]), privateKey);
      return JSON.stringify({
        id: lies.as ?? base64url(id),
        rawId: lies.as ?? base64url(id),
        type: "public-key",
        response: {
          clientDataJSON: base64url(said.clientData),
          authenticatorData: base64url(authenticatorData),
          signature: base64url(signature),
        },
        clientExtensionResults: {},
      });
    },
  };
}

export type APasskey = ReturnType<typeof aPasskey>;
