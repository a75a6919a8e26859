import type { Election, Papers } from "./count";

export type Blt = Election & { names: string[]; title: string };

/** Why a file can't be read, and where: `line` counts from 1. */
export class BadBlt extends Error {
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(`line ${line}: ${what}`);
  }
}

/** The most candidates and seats: far beyond any ballot that a person could fill in. */
const MOST = 10_000;

type Line = { text: string; at: number };

/**
 * Reads a BLT file: `candidates seats`, withdrawn candidates with a minus, one line for papers that rank alike (`weight first
 * second … 0`), a line with 0, the names in quotes, the title. Comments begin with `#`; a line may begin with an id in
 * brackets. A place left open (`-`) or shared (`2=3`) ends what can be read of a ranking, as the Scottish rules have it. Throws `BadBlt`.
 */
export function readBlt(text: string): Blt {
  const lines: Line[] = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ text: withoutComment(line).trim(), at: i + 1 }))
    .filter((line) => line.text !== "");
  const end = text.split(/\r\n|\n|\r/).length;
  let next = 0;
  const take = (what: string): Line => {
    const line = lines[next++];
    if (!line) throw new BadBlt(end, `the file ends where ${what} should be`);
    return line;
  };

  const first = take("the numbers of candidates and seats");
  const head = /^(\d+)\s+(\d+)$/.exec(first.text);
  if (!head) throw new BadBlt(first.at, "two numbers are needed: candidates and seats");
  const [candidates, seats] = [Number(head[1]), Number(head[2])];
  if (candidates < 1 || candidates > MOST) throw new BadBlt(first.at, "the number of candidates makes no sense");
  if (seats < 1 || seats > MOST) throw new BadBlt(first.at, "the number of seats makes no sense");

  const withdrawn = new Set<number>();
  while (lines[next]?.text.startsWith("-")) {
    const line = take("a withdrawn candidate");
    for (const word of line.text.split(/\s+/)) withdrawn.add(candidateIn(word.replace(/^-/, ""), candidates, line));
  }

  const papers: Papers[] = [];
  for (
    let line = take("ballots, or the 0 that ends them");
    line.text !== "0";
    line = take("the 0 that ends the ballots")
  )
    papers.push(papersIn(line, candidates));

  const names = Array.from({ length: candidates }, () => quoted(take("a candidate's name")));
  const title = next < lines.length ? quoted(take("the title")) : "";
  if (next < lines.length) throw new BadBlt(lines[next]!.at, "nothing may follow the title");
  return { candidates, seats, withdrawn: [...withdrawn], papers, names, title };
}

/** A line up to its `#`, unless that stands within quotes. */
function withoutComment(line: string): string {
  const match = /^(?:[^"#]|"[^"]*"?)*/.exec(line);
  return match ? match[0] : line;
}

function papersIn(line: Line, candidates: number): Papers {
  const words = line.text.replace(/^\([^)]*\)\s*/, "").split(/\s+/);
  if (words.length < 2 || words.at(-1) !== "0") throw new BadBlt(line.at, "a ballot ends with 0");
  const weight = words[0]!;
  if (!/^\d{1,9}$/.test(weight)) throw new BadBlt(line.at, `“${weight}” is no number of papers`);
  const ranking: number[] = [];
  const seen = new Set<number>();
  let readable = true;
  for (const word of words.slice(1, -1)) {
    const shared = word === "-" ? [] : word.split("=").map((one) => candidateIn(one, candidates, line));
    for (const one of shared) {
      if (seen.has(one)) throw new BadBlt(line.at, `candidate ${one} is ranked twice`);
      seen.add(one);
    }
    readable &&= shared.length === 1;
    if (readable) ranking.push(shared[0]!);
  }
  return { weight: Number(weight), ranking };
}

function candidateIn(word: string, candidates: number, line: Line): number {
  const number = /^\d{1,9}$/.test(word) ? Number(word) : 0;
  if (number < 1 || number > candidates) throw new BadBlt(line.at, `there is no candidate “${word}”`);
  return number;
}

function quoted(line: Line): string {
  const match = /^"(.*)"$/.exec(line.text);
  if (!match) throw new BadBlt(line.at, "a name or title in quotes is needed");
  return match[1]!;
}
