import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { type Preferences, readPreferences } from "~/accounts/preferences";
import { outsideOf } from "~/agreements/settings";
import { settingsLastRead } from "~/agreements/settings-queries.server";
import { languageOfHeader, wordsOf } from "~/i18n/words.server";
import { browserScripts } from "~/platform/http/browser-scripts.server";
import { pageResponse } from "~/platform/http/rendered-page.server";
import { log } from "~/platform/log.server";
import { type PageFacts, PageFactsContext } from "~/ui/page-facts";
import { hydrates, isSameForGuests, type PageHandle } from "~/ui/page-handle";

/** Milliseconds a page may take before it is given up. */
const LONGEST_RENDER = 10_000;

/**
 * Renders a page and answers once all of it is there: one compression of the whole is faster than a stream of small
 * ones, and a page that fails half-way still becomes an honest 500.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  copyPace(context, headers);
  const handles = context.staticHandlerContext.matches.map(({ route }) => context.routeModules[route.id]?.handle);
  const root = context.staticHandlerContext.loaderData?.root as RootData | undefined;
  const forGuests = root?.guest === true && isSameForGuests(handles, new URL(request.url));
  if (root?.guest && status === 200 && mayBeIndexed(context)) headers.set("X-Robots-Tag", "all");
  if (!hydrates(handles)) {
    // What React would need in the browser; nobody reads it on a page without React. Cancelling it would cost more than
    // leaving it: its encoder is under way, and throws.
    context.serverHandoffStream = undefined;
  }
  const { language, theme } = root?.preferences ?? readPreferences(request.headers.get("cookie"));
  const words = wordsOf(language ?? languageOfHeader(request.headers.get("accept-language")));
  const outside = outsideOf(settingsLastRead(load.site.database));
  const facts: PageFacts = { nonce: load.nonce, theme, outside, scripts: browserScripts() };
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const sink = new Writable({
      highWaterMark: 1 << 20,
      // React takes the close of a sink for a visitor who left, and would end the page once more.
      emitClose: false,
      write(part: Buffer, _encoding, done) {
        parts.push(part);
        done();
      },
      final(done) {
        resolve(pageResponse(Buffer.concat(parts), status, headers, forGuests));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={words}>
        <PageFactsContext.Provider value={facts}>
          <RemixServer context={context} url={request.url} nonce={load.nonce} />
        </PageFactsContext.Provider>
      </I18nextProvider>,
      {
        nonce: load.nonce,
        onAllReady() {
          clearTimeout(timer);
          pipe(sink);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          reject(error);
        },
      },
    );
    const timer = setTimeout(abort, LONGEST_RENDER);
  });
}

/** Whether the page that is answered says of itself that search engines may keep it. */
function mayBeIndexed({ staticHandlerContext: { matches, loaderData }, routeModules }: EntryContext): boolean {
  const id = matches.at(-1)?.route.id;
  const handle = routeModules[id ?? ""]?.handle as PageHandle | undefined;
  return Boolean(handle?.indexable?.(loaderData[id ?? ""]));
}

/** What the root route loaded; nothing, where it could not. */
type RootData = { guest: boolean; preferences: Preferences };

const PACE_FIELDS = ["Retry-After", "RateLimit", "RateLimit-Policy"];

/** Remix drops the headers of an action or loader unless its route says otherwise; those of a limit must never get lost. */
function copyPace({ staticHandlerContext: { actionHeaders, loaderHeaders } }: EntryContext, headers: Headers): void {
  for (const from of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]) {
    for (const name of PACE_FIELDS) {
      const value = from.get(name);
      if (value) headers.set(name, value);
    }
  }
}

/** Logs what went wrong: where in our code, and nothing of whoever it happened to. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  log.error("request-failed", error);
}
