import { Secret, TOTP } from "otpauth";
import encodeQR from "qr";
import { seal, unseal } from "../../platform/keys.server";
import { SECOND } from "../../platform/time";

/** What every authenticator app understands: six digits, a new code every 30 s, HMAC-SHA-1 (whose weakness isn't one here). */
const DIGITS = 6;
const PERIOD = 30;
/** Clocks may differ by one code before and one after. */
const WINDOW = 1;

/** For how many ms a code that fits now may still fit. */
export const CODE_GOOD_FOR = (2 * WINDOW + 1) * PERIOD * SECOND;

/** A secret of 160 random bits in base32, as RFC 4226 asks. */
export const drawSharedSecret = () => new Secret({ size: 20 }).base32;

const boundTo = (accountId: number) => `account ${accountId}`;

/** The secret as it's stored: it opens for its own account only. */
export const sealShared = (secret: string, accountId: number) => seal("code-app", secret, boundTo(accountId));
export const unsealShared = (sealed: Uint8Array, accountId: number) => unseal("code-app", sealed, boundTo(accountId));

/** Which code of the secret this is, counted from 1970; null when it is none of those that fit now. */
export function codeNumber(secret: string, code: string, now: Date): number | null {
  const app = new TOTP({ secret: Secret.fromBase32(secret), digits: DIGITS, period: PERIOD });
  const delta = app.validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / (PERIOD * SECOND)) + delta;
}

/** How a secret is shown once. `path`: the dark squares of a QR code of `size` squares, as the `d` of an SVG path. */
export type ShownSecret = { groups: string; link: string; size: number; path: string };

/** What the page that sets up an app shows. `siteName` is all that the app will say: no account, no pseudonym. */
export function showSecret(secret: string, siteName: string): ShownSecret {
  const app = new TOTP({
    secret: Secret.fromBase32(secret),
    issuer: siteName,
    label: siteName,
    issuerInLabel: false,
    digits: DIGITS,
    period: PERIOD,
  });
  const link = app.toString();
  const rows = encodeQR(link, "raw", { ecc: "medium", border: 4 });
  return { groups: secret.replace(/(.{4})(?=.)/g, "$1 "), link, size: rows.length, path: drawPath(rows) };
}

/** Each run of dark squares in a row as one rectangle. */
function drawPath(rows: boolean[][]): string {
  const runs: string[] = [];
  for (const [y, row] of rows.entries())
    for (let x = 0; x < row.length; ) {
      let width = 0;
      while (row[x + width]) width++;
      if (width) runs.push(`M${x} ${y}h${width}v1h-${width}z`);
      x += width || 1;
    }
  return runs.join("");
}
