import { Section } from "../ui/page-header";
import { type Piece, piecesOf } from "./inline-text";
import type { HandbookPage } from "./page-shape";

/** The sections of a handbook page. */
export function HandbookText({ sections }: Pick<HandbookPage, "sections">) {
  return sections.map(({ title, text }) => (
    <Section key={title} title={title}>
      {text.map((part) =>
        typeof part === "string" ? (
          <p key={part}>
            <Inline text={part} />
          </p>
        ) : (
          <ul key={part[0]}>
            {part.map((item) => (
              <li key={item}>
                <Inline text={item} />
              </li>
            ))}
          </ul>
        ),
      )}
    </Section>
  ));
}

const Inline = ({ text }: { text: string }) => piecesOf(text).map((piece) => <Shown key={piece.text} {...piece} />);

function Shown(piece: Piece) {
  if (piece.kind === "link") return <a href={piece.href}>{piece.text}</a>;
  return piece.kind === "strong" ? <strong>{piece.text}</strong> : piece.text;
}
