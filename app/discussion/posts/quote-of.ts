/** The most lines that a quote starts with: whoever wants more adds it. */
const MOST_LINES = 40;

/** A post as a quote to begin an answer with: who said it and where, then each line behind `> `, without the quotes inside it. */
export function quoteOf(name: string | null, position: number, body: string): string {
  const lines = body
    .split("\n")
    .filter((line) => !/^ {0,3}>/.test(line))
    .join("\n")
    .trim()
    .split("\n");
  const kept = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), "…"] : lines;
  const head = name ? `@${name}, #${position}:` : `#${position}:`;
  return `${[head, ...kept].map((line) => (line ? `> ${line}` : ">")).join("\n")}\n\n`;
}
