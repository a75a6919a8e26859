import { and, eq } from "drizzle-orm";
import { reports } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { openCopies } from "../evidence.server";
import { imageOf } from "../item";

/** The image that the viewer sent with one of their own reports; null for anybody else's, and once it is erased. */
export async function findMyImage(read: Reader, { accountId }: Member, reportId: number) {
  const own = and(eq(reports.id, reportId), eq(reports.reporterAccountId, accountId), eq(reports.kind, "elsewhere"));
  const [report] = await read.select({ caseId: reports.caseId }).from(reports).where(own);
  if (!report) return null;
  const copies = await openCopies(read, report.caseId);
  return imageOf(copies.find((one) => one.reportId === reportId && one.copy.image)?.copy);
}
