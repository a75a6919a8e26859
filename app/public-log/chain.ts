/** What of an entry the chain covers. Details enter by their salted digest, so that they can be redacted and nothing else can change. */
export type Linked = {
  position: number;
  day: number;
  act: string;
  office: string;
  agreement: string | null;
  agreementVersion: number | null;
  detailsDigest: string;
};

/** The digest before the first entry. */
export const ROOT = "0".repeat(64);

/** The text whose SHA-256 is an entry's digest. JSON of an array, so that no two different entries have one text. */
export const linkText = (previous: string, entry: Linked) =>
  JSON.stringify([
    previous,
    entry.position,
    entry.day,
    entry.act,
    entry.office,
    entry.agreement,
    entry.agreementVersion,
    entry.detailsDigest,
  ]);

/** The text whose SHA-256 is an entry's details digest: keys in order, so that both engines agree. */
export const detailsText = (salt: string, details: Record<string, string | number>) =>
  JSON.stringify([
    salt,
    ...Object.keys(details)
      .sort()
      .map((key) => [key, details[key]]),
  ]);
