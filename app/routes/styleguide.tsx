import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { publicDoor } from "~/pseudonyms/door.server";
import { PageHeader } from "~/ui/page-header";
import { Controls } from "~/ui/styleguide/controls";
import { Foundations } from "~/ui/styleguide/foundations";
import { Parts } from "~/ui/styleguide/parts";
import { styleguideShown } from "~/ui/styleguide/shown.server";
import styles from "~/ui/styles/styleguide.css";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** The page is there to build by; a community's own site answers as if it weren't. */
export function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  if (!styleguideShown()) throw new Response(null, { status: 404 });
  return null;
}

export default function Styleguide() {
  return (
    <>
      <PageHeader title="Styleguide" lead="Every part the pages are made of, in all its states." />
      <Foundations />
      <Controls />
      <Parts />
    </>
  );
}
