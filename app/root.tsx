import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  LiveReload,
  Outlet,
  Scripts,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPage } from "~/error-page";
import { frameData } from "~/frame-data.server";
import { findViewer } from "~/pseudonyms/door.server";
import { BackGuard } from "~/safety/leave/back-guard";
import { LeaveWords } from "~/safety/leave/leave-words";
import { ShieldLine } from "~/safety/shield/shield-line";
import { Frame } from "~/ui/frame";
import { usePageFacts } from "~/ui/page-facts";
import { type AnyWords, deepest, hydrates, scriptsOf } from "~/ui/page-handle";
import stylesheet from "~/ui/styles/main.css";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  return frameData(args, viewer);
}

/** The document around every page. One title and one icon for all of them: what somebody reads here is nobody else's business. */
export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation("shell");
  const { nonce, theme, outside, scripts } = usePageFacts();
  const handles = useMatches().map(({ handle }) => handle);
  return (
    <html lang={i18n.language} data-theme={theme ?? undefined} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <BackGuard nonce={nonce} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{outside.title}</title>
        <Links />
        <link rel="icon" href={outside.icon} type="image/svg+xml" />
        {scriptsOf(handles).map(
          (name) =>
            scripts[name] && (
              <script
                key={name}
                type="module"
                nonce={nonce}
                src={scripts[name]}
                data-small={name}
                suppressHydrationWarning
              />
            ),
        )}
      </head>
      <body>
        {children}
        <LeaveWords />
        {hydrates(handles) && <Scripts nonce={nonce} />}
        <LiveReload nonce={nonce} />
      </body>
    </html>
  );
}

type RootData = ReturnType<typeof useLoaderData<typeof loader>>;

/** The frame around a page or a refusal. Without `data` (the server failed before it knew anything) it is a guest's. */
function Framed({ data, children }: { data: RootData | undefined; children: ReactNode }) {
  const { t, i18n } = useTranslation("shell");
  const { theme, outside } = usePageFacts();
  const matches = useMatches();
  const way = deepest(matches, "way");
  const speaking = deepest(matches, "speaking");
  const crumbs = way?.data != null ? way.said(way.data, i18n.t as AnyWords) : [];
  const voice = speaking?.data != null ? speaking.said(speaking.data) : undefined;
  return (
    <Frame
      siteName={data?.siteName ?? outside.title}
      here={data?.here ?? "/"}
      way={crumbs}
      place={deepest(matches, "place")?.said}
      speaking={voice ?? data?.speaking}
      counts={{ concerns: data?.news }}
      offices={data?.offices.map(({ office, href }) => ({ href, label: t(`offices.${office}`) }))}
      choices={{
        theme: theme ?? "device",
        language: i18n.language,
        languages: [
          { code: "en", name: "English" },
          { code: "es", name: "Español" },
        ],
      }}
    >
      {data && (
        <ShieldLine shield={data.shield} moderates={data.offices.some(({ office }) => office === "moderator")} />
      )}
      {children}
    </Frame>
  );
}

export default function App() {
  const data = useLoaderData<typeof loader>();
  return (
    <Framed data={data}>
      <Outlet />
    </Framed>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <Framed data={data}>
      <ErrorPage status={status} data={isRouteErrorResponse(error) ? error.data : null} here={data?.here ?? "/"} />
    </Framed>
  );
}
