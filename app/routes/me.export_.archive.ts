import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { languageOf } from "~/accounts/reader-language.server";
import { fixedWords } from "~/i18n/words.server";
import { streamedResponse } from "~/platform/http/rendered-page.server";
import { initOf } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { fetchArchive } from "~/retention/export/take-along.server";
import { dayOf } from "~/retention/export/taker.server";

/** The archive, for the ticket that the page before has just handed out. Whoever has none is led to that page. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireProof(args);
  const { request, context } = args;
  const { site, now } = context;
  const language = languageOf(request, viewer);
  const ticket = new URL(request.url).searchParams.get("ticket") ?? "";
  const fetched = fetchArchive(site, viewer, { ticket, language, gone: request.signal }, now);
  if (!fetched.ok) {
    if (fetched.reason !== "overloaded") throw redirect("/me/export", 303);
    throw new Response(fixedWords(language, "refusals")("overloaded"), initOf(fetched));
  }
  const name = fixedWords(language, "takeAlong")("fileName", { day: dayOf(now) });
  return streamedResponse(fetched.archive, {
    "Content-Type": "application/zip",
    "Content-Disposition": `attachment; filename="${name}"`,
  });
}
