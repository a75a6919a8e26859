import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { BadBlt, readBlt } from "~/elections/counting/read-blt";

const GOOD = `3 2 # candidates, seats
-3
4 1 2 0
(paper 17) 1 2 - 3 0
2 2=1 3 0
0
"Alder # the first"
"Birch"
"Cedar"
"Moderators, spring"
`;

test("a file is read with its comments, ids, withdrawn candidates, gaps and shared places", () => {
  expect(readBlt(GOOD)).toEqual({
    candidates: 3,
    seats: 2,
    withdrawn: [3],
    papers: [
      { weight: 4, ranking: [1, 2] },
      { weight: 1, ranking: [2] },
      { weight: 2, ranking: [] },
    ],
    names: ["Alder # the first", "Birch", "Cedar"],
    title: "Moderators, spring",
  });
});

test("Windows line ends, a byte order mark and blank lines change nothing", () => {
  const plain = '2 1\n3 1 0\n1 2 1 0\n0\n"A"\n"B"\n"T"\n';
  expect(readBlt(`\uFEFF${plain.replace(/\n/g, "\r\n\r\n")}`)).toEqual(readBlt(plain));
});

test.each([
  ["an empty file", "", 1],
  ["no numbers", "hello", 1],
  ["no candidates", "0 1", 1],
  ["no seats", "2 0", 1],
  ["a ballot without its 0", "2 1\n3 1", 2],
  ["a ballot for a stranger", "2 1\n3 3 0", 2],
  ["a ballot for nobody's number", "2 1\n3 x 0", 2],
  ["a candidate ranked twice", "2 1\n1 1 0\n3 1 2 1 0", 3],
  ["a weight that is no number", "2 1\n-3 1 0", 2],
  ["a fraction of a paper", "2 1\n1.5 1 0", 2],
  ["ballots without an end", "2 1\n3 1 0\n", 3],
  ["a name too few", '2 1\n3 1 0\n0\n"A"\n', 5],
  ["a name without quotes", '2 1\n3 1 0\n0\nA\n"B"\n', 4],
  ["words after the title", '1 1\n3 1 0\n0\n"A"\n"T"\nmore', 6],
])("%s is refused with the number of its line", (_, text, line) => {
  expect(() => readBlt(text)).toThrow(BadBlt);
  try {
    readBlt(text);
  } catch (error) {
    expect((error as BadBlt).line).toBe(line);
  }
});

test("whatever a file holds, it is read or refused with a line, never anything else", () => {
  const word = fc.constantFrom("0", "1", "2", "3", "-1", "-", "=", "1=2", '"A"', "#", "\n", " ", "(x)", "9999999999");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      try {
        readBlt(words.join(" "));
      } catch (error) {
        expect(error).toBeInstanceOf(BadBlt);
      }
    }),
  );
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/count.ts", ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function file(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "understory-blt-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "a.blt"), text);
  return join(folder, "a.blt");
}

test("anybody can recount: the command prints the count as JSON", () => {
  const { status, stdout } = run(file('3 2\n5 1 2 0\n2 1 0\n3 3 0\n0\n"A"\n"B"\n"C"\n"T"\n'), "--json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    quota: 4,
    elected: [1, 3],
    stages: [
      { votes: ["7.00000", "0.00000", "3.00000"], nonTransferable: "0.00000", elected: [1], excluded: null },
      { votes: ["4.00000", "2.14285", "3.00000"], nonTransferable: "0.85715", elected: [], excluded: null },
      { votes: ["4.00000", "0.00000", "3.00000"], nonTransferable: "3.00000", elected: [3], excluded: 2 },
    ],
  });
});

test("the command says where a file is malformed and ends with 2", () => {
  const path = file("2 1\n3 7 0\n");
  expect(run(path, "--json")).toEqual({
    status: 2,
    stdout: "",
    stderr: `${path}: line 2: there is no candidate “7”\n`,
  });
  expect(run(`${path}.nowhere`).status).toBe(2);
  expect(run().status).toBe(2);
});

test("a tie is drawn from the file, or from a seed that anybody may give again", () => {
  const path = file('4 1\n1 1 0\n1 2 0\n1 3 0\n1 4 0\n0\n"A"\n"B"\n"C"\n"D"\n"T"\n');
  const drawn = (...seed: string[]) => JSON.parse(run(path, "--json", ...seed).stdout).elected[0];
  expect(drawn()).toBe(drawn());
  const seeds = ["one", "two", "three", "four", "five", "six"].map((seed) => drawn("--seed", seed));
  expect(new Set(seeds).size).toBeGreaterThan(1);
});
