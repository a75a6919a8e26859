import { Section } from "../ui/page-header";
import { type Piece, piecesOf } from "./inline-text";
import type { HandbookPage } from "./page-shape";

/** Addresses that only somebody signed in can open. */
const MEMBERS_ONLY = /^\/(me|reports|notifications|pile-on|report\/elsewhere)(\/|$)/;

/** The sections of a handbook page. A guest's way to a member's page leads through signing in. */
export function HandbookText({ sections, signedIn }: Pick<HandbookPage, "sections"> & { signedIn: boolean }) {
  const wayTo = (href: string) =>
    signedIn || !MEMBERS_ONLY.test(href) ? href : `/sign-in?back=${encodeURIComponent(href)}`;
  return sections.map(({ title, text }) => (
    <Section key={title} title={title}>
      {text.map((part) =>
        typeof part === "string" ? (
          <p key={part}>
            <Inline text={part} wayTo={wayTo} />
          </p>
        ) : (
          <ul key={part[0]}>
            {part.map((item) => (
              <li key={item}>
                <Inline text={item} wayTo={wayTo} />
              </li>
            ))}
          </ul>
        ),
      )}
    </Section>
  ));
}

type InlineProps = { text: string; wayTo: (href: string) => string };

const Inline = ({ text, wayTo }: InlineProps) =>
  piecesOf(text).map((piece) => <Shown key={piece.text} piece={piece} wayTo={wayTo} />);

function Shown({ piece, wayTo }: { piece: Piece; wayTo: InlineProps["wayTo"] }) {
  if (piece.kind === "link") return <a href={wayTo(piece.href)}>{piece.text}</a>;
  return piece.kind === "strong" ? <strong>{piece.text}</strong> : piece.text;
}
