import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { makePackage } from "~/cases/quarantine/make-package.server";
import { fromLink } from "~/platform/ids";
import { initOf } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";

/** A package is made when it's asked for, and noted: looking at its address makes none. */
export async function loader(args: LoaderFunctionArgs) {
  await requireOffice(args, "steward");
  return redirect(`/steward/quarantine/${args.params.case}`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const caseId = fromLink(args.params.case);
  const made = caseId === null ? null : await makePackage(args.context.site, viewer, caseId, args.context.now);
  if (!made || (!made.ok && made.reason === "not-found")) throw new Response(null, { status: 404 });
  if (!made.ok) throw new Response(null, initOf(made));
  return new Response(new Uint8Array(made.bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      // A name that says nothing, for the list of downloads.
      "Content-Disposition": 'attachment; filename="package.age"',
      "Cache-Control": "no-store",
    },
  });
}
