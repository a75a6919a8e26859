import ts from "typescript";
import { expect, test } from "vitest";
import { acts } from "~/public-log/acts";
import { inApp, placeOf, type Source, walk } from "./source";

const commands = inApp.filter(({ path }) => /\.server\.ts$/.test(path) && !path.startsWith("app/routes/"));

/** Whether a file opens a transaction: what decides nothing and only reads has nothing to log. */
const writes = ({ text }: Source) => /\bdatabase\.transaction\(|\btx: Tx\b/.test(text);
const usesPower = ({ text }: Source) => /\b(holds|officeName|requireOffice)\(/.test(text);
const logs = ({ text }: Source) => /\bappendToLog\(/.test(text);

/** Files that ask for an office and write, and yet use no power over anybody; each with its reason. */
const NO_POWER: Record<string, string> = {
  "app/joining/create-invitation.server.ts": "everybody invites; stewards may where newcomers may not yet",
};

test("whoever acts by an office writes it into the public log", () => {
  const silent = commands.filter((file) => writes(file) && usesPower(file) && !logs(file) && !(file.path in NO_POWER));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

/** Acts that have their words and no deed yet: the log's reader must know them before the first is written. */
const TO_COME = new Set<string>([
  "sanction-ended",
  "topic-closed",
  "topic-opened",
  "topic-slowed",
  "setting-changed",
  "agreements-in-force",
  "invitation-opened",
  "details-redacted",
]);

test("every act of the public log is written by something", () => {
  const written = new Set<string>();
  for (const file of commands)
    walk(file, (node) => {
      if (ts.isStringLiteralLike(node)) written.add(node.text);
    });
  expect(acts.filter((act) => !written.has(act) && !TO_COME.has(act))).toEqual([]);
});

test("an entry is written inside the transaction of its act", () => {
  const outside = commands.filter(logs).flatMap((file) => {
    const found: string[] = [];
    walk(file, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== "appendToLog") return;
      if (!/^tx$|^point$/.test(node.arguments[0]?.getText() ?? "")) found.push(placeOf(file, node));
    });
    return found;
  });
  expect(outside).toEqual([]);
});

test("excuses that are no longer needed are gone", () => {
  const needed = new Set(
    commands.filter((file) => writes(file) && usesPower(file) && !logs(file)).map(({ path }) => path),
  );
  expect(Object.keys(NO_POWER).filter((path) => !needed.has(path))).toEqual([]);
});
