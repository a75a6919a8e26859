import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "~/accounts/reader-language.server";
import { readSettings } from "~/agreements/settings-queries.server";
import { openJournal } from "~/journal/door.server";
import { makeDocument } from "~/journal/make-document.server";
import { refuse } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";

/** The whole journal as a dated file to be saved. Its name says nothing of what it is. */
export async function loader(args: LoaderFunctionArgs) {
  const keeper = openJournal(args, await requireProof(args));
  const { site, now } = args.context;
  const pace = await site.limits.take("take-journal-along", { account: keeper.viewer.accountId }, now);
  if (!pace.ok) throw refuse(pace);
  const { name: siteName } = await readSettings(site.database.read);
  const language = languageOf(args.request, keeper.viewer);
  const document = await makeDocument(site.database.read, keeper, { siteName, language }, now);
  return new Response(document, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Disposition": `attachment; filename="notes-${now.toISOString().slice(0, 10)}.html"`,
      "Content-Security-Policy": "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'",
      "Cache-Control": "no-store",
    },
  });
}
