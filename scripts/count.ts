// Counts a BLT file again, whoever made it: npm run --silent count -- FILE.blt [--json] [--seed WORDS]
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { countVotes } from "../app/elections/counting/count";
import { drawLots } from "../app/elections/counting/draw-lots";
import { BadBlt, type Blt, readBlt } from "../app/elections/counting/read-blt";
import { inVotes } from "../app/elections/counting/units";

const USAGE = "Usage: npm run --silent count -- FILE.blt [--json] [--seed WORDS]";

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

const words = process.argv.slice(2);
const json = words.includes("--json");
const seedAt = words.indexOf("--seed");
const seed = seedAt >= 0 ? words[seedAt + 1] : undefined;
const files = words.filter((word, i) => !word.startsWith("--") && (seedAt < 0 || i !== seedAt + 1));
const [file] = files;
if (!file || files.length > 1 || (seedAt >= 0 && seed === undefined)) stop(USAGE);

function read(path: string): { text: string; election: Blt } {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return stop(`${path} can't be read.`);
  }
  try {
    return { text, election: readBlt(text) };
  } catch (error) {
    if (error instanceof BadBlt) return stop(`${path}: ${error.message}`);
    throw error;
  }
}

const { text, election } = read(file);
const lots = drawLots(election.candidates, (input) =>
  createHash("sha256")
    .update(`${seed ?? text}\n${input}`)
    .digest("hex"),
);
const count = countVotes(election, lots);

if (json) {
  const stages = count.stages.map(({ votes, nonTransferable, elected, excluded }) => ({
    votes: votes.map(inVotes),
    nonTransferable: inVotes(nonTransferable),
    elected,
    excluded,
  }));
  process.stdout.write(`${JSON.stringify({ quota: count.quota, elected: count.elected, stages }, null, 2)}\n`);
} else {
  const name = (one: number) => `${one} ${election.names[one - 1]}`;
  const out = [`${election.title}`, `${count.valid} valid papers, ${election.seats} seats, quota ${count.quota}`];
  for (const [i, stage] of count.stages.entries()) {
    const what = stage.candidate === null ? "first preferences" : `${stage.did} of ${name(stage.candidate)}`;
    out.push("", `Stage ${i + 1}: ${what}`);
    if (stage.tie)
      out.push(
        `  a tie of ${stage.tie.among.join(", ")}, broken by ${stage.tie.by === "lot" ? "lot" : `stage ${stage.tie.stage}`}`,
      );
    for (const [at, votes] of stage.votes.entries()) out.push(`  ${inVotes(votes).padStart(14)}  ${name(at + 1)}`);
    out.push(`  ${inVotes(stage.nonTransferable).padStart(14)}  with nobody`);
    for (const one of stage.elected) out.push(`  elected: ${name(one)}`);
  }
  process.stdout.write(`${out.join("\n")}\n\nElected: ${count.elected.map(name).join("; ")}\n`);
}
