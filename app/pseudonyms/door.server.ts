import { type AppLoadContext, data, type LoaderFunctionArgs } from "@remix-run/node";
import { keepForm } from "../accounts/kept-form";
import { readSession } from "../accounts/sessions.server";
import { guest, holds, type Member, type Office, type Viewer } from "../accounts/viewer";
import { memberOf } from "./find-viewer.server";

const found = new WeakMap<AppLoadContext, Promise<Viewer>>();

/** Who is asking. Never throws for a bad cookie: whoever has none is a guest. Asked once a request, however many loaders ask. */
export function findViewer({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">): Promise<Viewer> {
  const known = found.get(context);
  if (known) return known;
  const asked = (async () => {
    const session = await readSession(context.site, request, context.now);
    return (
      (session && (await memberOf(context.site.database.read, session.accountId, session.sessionId, context.now))) ||
      guest
    );
  })();
  found.set(context, asked);
  return asked;
}

/**
 * The member who is asking; throws a 401 answer, which the root page turns into "sign in first" with a way back. A form that
 * was sent comes back in it, so that a session that ended while somebody wrote costs them no word.
 */
export async function requireMember(args: LoaderFunctionArgs): Promise<Member> {
  const viewer = await findViewer(args);
  if (viewer.kind === "guest") throw data({ kept: await sentForm(args.request) }, { status: 401 });
  return viewer;
}

async function sentForm(request: Request) {
  if (request.method === "GET" || request.method === "HEAD" || request.bodyUsed) return null;
  const form = await request.formData().catch(() => null);
  const { pathname, search } = new URL(request.url);
  return form && keepForm(pathname + search, form);
}

/** A member who holds an office; everybody else gets the same 404 as for a page that isn't there. */
export async function requireOffice(args: LoaderFunctionArgs, ...offices: [Office, ...Office[]]): Promise<Member> {
  const viewer = await findViewer(args);
  if (viewer.kind === "guest" || !offices.some((office) => holds(viewer, office)))
    throw new Response(null, { status: 404 });
  return viewer;
}

/** Says that a loader or action needs to know nobody. */
export function publicDoor(_args: Pick<LoaderFunctionArgs, "request" | "context">): void {}
