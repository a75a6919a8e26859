import { type AppLoadContext, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { keepForm } from "../accounts/kept-form";
import { hasProof } from "../accounts/proof.server";
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

/**
 * A member who typed their secret within the last ten minutes; whoever hasn't is asked for it first. Reading comes back
 * here afterwards, and a form that was sent comes back to them with its words. For pages that change who gets in, under
 * which names, or that end everything.
 */
export async function requireProof(args: LoaderFunctionArgs): Promise<Member> {
  const viewer = await requireMember(args);
  const { request, context } = args;
  if (hasProof(request, viewer.sessionId, context.now)) return viewer;
  if (isReading(request)) {
    const { pathname, search } = new URL(request.url);
    throw redirect(`/me/confirm?back=${encodeURIComponent(pathname + search)}`, 303);
  }
  throw data({ kept: await sentForm(request), confirm: true }, { status: 401 });
}

const isReading = ({ method }: Request) => method === "GET" || method === "HEAD";

async function sentForm(request: Request) {
  if (isReading(request) || request.bodyUsed) return null;
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
