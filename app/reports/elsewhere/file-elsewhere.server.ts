import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { fromLink } from "../../platform/ids";
import { fingerprint } from "../../platform/keys.server";
import type { Outcome } from "../../platform/outcome";
import { floorToHour } from "../../platform/time";
import { findName } from "../../pseudonyms/find-name.server";
import { findByName } from "../../pseudonyms/names-in-use.server";
import type { CleanImage } from "../../safety/images/image-kinds";
import type { Site } from "../../site/site";
import { type CaseIntake, type FiledReport, fileReport } from "../file-report.server";
import type { SealedImage } from "../item";
import { elsewhereItem, toldInWords } from "./elsewhere-item";
import type { ElsewhereInput } from "./forms";

/** A page's field that can't be taken as it is, with what is wrong. */
type Wrong = { ok: false; field: "who" | "image" | "day"; error: "nobody" | "child" | "no-day" };

type Filed = Outcome<FiledReport> | Wrong;

/**
 * Reports something that happened off this site: what was told is the sealed copy, the image with it. It is a case of its
 * own, about whoever here is named, or about nobody. Answers `field` where a name leads to nobody, an image may show a child,
 * or the day hasn't come; refuses "own-thing", "limited" and "invalid".
 */
export async function fileElsewhere(
  site: Site,
  viewer: Member,
  { image, once, who, ...input }: ElsewhereInput & { image: CleanImage | null },
  intake: CaseIntake,
  now: Date,
): Promise<Filed> {
  if (image && input.conduct === "child-material") return { ok: false, field: "image", error: "child" };
  const written = input.day ? new Date(`${input.day}T00:00:00Z`) : floorToHour(now);
  if (written > now) return { ok: false, field: "day", error: "no-day" };
  const paced = await paceOf(site, viewer, { named: who !== "", image: image !== null }, now);
  if (!paced.ok) return paced;
  const named = who ? await findWhom(site.database.read, who) : null;
  if (who && !named) return { ok: false, field: "who", error: "nobody" };

  const subjectId = idFrom(viewer.accountId, once);
  const item = elsewhereItem({ subjectId, ...input, ...(image ? { image: sealedImage(image) } : {}) }, named, written);
  const told = { ...input, words: toldInWords(input), relief: [] };
  return fileReport(site, viewer, told, item, intake, now);
}

/** Looking up a name, and an image of 2 MB, are counted; a report that needs neither is counted as any other. */
async function paceOf(site: Site, viewer: Member, asked: { named: boolean; image: boolean }, now: Date) {
  const who = { account: viewer.accountId, standing: viewer.standing };
  const looked = asked.named ? await site.limits.take("name-somebody", who, now) : null;
  if (looked && !looked.ok) return looked;
  return asked.image ? site.limits.take("report-image", who, now) : ({ ok: true } as const);
}

const ADDRESS = /(?:^|\/p\/)([0-9a-z]{11})(?![0-9a-z])/;

/** Somebody here by the address of their page or by their name; null for nobody, and for a name that was burned. */
async function findWhom(read: Reader, typed: string) {
  const id = fromLink(ADDRESS.exec(typed)?.[1]);
  const found = (id === null ? null : await findName(read, id)) ?? (await findByName(read, typed));
  return found ? { pseudonymId: found.id, name: found.name } : null;
}

const sealedImage = ({ kind, width, height, bytes }: CleanImage): SealedImage => {
  return { kind, width, height, data: Buffer.from(bytes).toString("base64") };
};

/** One number for one page's form: sent twice, it is the same thing. Nobody without the server's key can make it. */
const idFrom = (accountId: number, once: string): number => {
  const digest = Buffer.from(fingerprint("report-elsewhere", `${accountId}:${once}`), "base64url");
  return Number(digest.readBigUInt64BE(0) >> 11n);
};
