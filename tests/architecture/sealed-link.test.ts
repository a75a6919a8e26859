import ts from "typescript";
import { expect, test } from "vitest";
import { inApp, sources, walk } from "./source";

const LINK = "app/pseudonyms/sealed-link.server.ts";

/** Who opens, seals or cuts the link between an account and its names, and why what comes out of it is never seen beside a name. */
const CALLERS: Record<string, string> = {
  "app/pseudonyms/find-viewer.server.ts": "who is asking, for themselves",
  "app/pseudonyms/add-pseudonym.server.ts": "which of one's own slots is free",
  "app/pseudonyms/create-pseudonym.server.ts": "seals a new name; reads nothing",
  "app/pseudonyms/retire-pseudonym.server.ts": "one's own other names, so that one is left that speaks",
  "app/pseudonyms/raise-standings.server.ts": "a sanction holds back a whole account's standing, which is never shown",
  "app/safety/shelter/ask-reader.server.ts":
    "whether somebody may be asked to read along; whoever asks is answered the same either way",
  "app/relations/relation-queries.server.ts": "whom a block keeps from hearing; decides only, and nobody is told",
  "app/joining/inviter.server.ts": "whether one's own account keeps the server; answers yes or no",
  "app/offices/begin-office.server.ts": "ends the sessions of whoever gets power",
  "app/gatherings/folded-seats.server.ts":
    "folds masks of those blocked before the gathering, for whoever blocked them",
  "app/cases/conflict-queries.server.ts": "recusal: who may judge; only how many may not is told",
  "app/cases/pile-ons/read-facts.server.ts":
    "one person's five names are one stranger; only whether it is a pile-on is told",
  "app/cases/pile-ons/joins-pile-on.server.ts": "whether a report comes with those who came; decides only",
  "app/cases/second-person.server.ts": "two names of one person aren't two people; answers yes or no",
  "app/cases/second-decision.server.ts": "nobody confirms their own decision under another name",
  "app/cases/case-queries.server.ts": "whether the asking moderator decided before",
  "app/cases/respondent.server.ts":
    "whether the one a case is about has left; tells a sanctioned account's own sockets",
  "app/cases/emergency/agree-to-emergency.server.ts": "nobody agrees to their own deed",
  "app/cases/emergency/emergency-queries.server.ts": "whether the asking moderator did it",
  "app/cases/lifting/lift-queries.server.ts": "whether the asking moderator wished it",
  "app/cases/lifting/lift-sanction.server.ts": "nobody agrees to their own wish; tells the freed account's own sockets",
  "app/safety/shield/hold-shield.server.ts":
    "whether the asking moderator held the shield before; nobody agrees to their own deed",
  "app/safety/shield/shield-queries.server.ts": "as above, for the page; answers yes or no",
  "app/reports/origin-queries.server.ts": "which circles reporters share; only how many voices there are is told",
  "app/journal/match/tell-five.server.ts": "whom a sanction binds isn't told of others; nobody is told why",
  "app/journal/match/answer-match.server.ts": "the names that five chose for their circle, at the moment it opens",
  "app/retention/leave-for-good.server.ts": "one's own names, cut loose",
  "app/retention/forget-left.server.ts": "which names nobody is behind any more",
  "app/retention/erase-due.server.ts": "whether anybody is behind a burned name",
};

const callers = new Set(
  sources.flatMap(({ path, imports }) => (imports.some(({ to, typeOnly }) => to === LINK && !typeOnly) ? [path] : [])),
);

test("only those who have a reason open the link between names", () => {
  expect([...callers].filter((path) => !(path in CALLERS))).toEqual([]);
});

test("reasons that are no longer needed are gone", () => {
  expect(Object.keys(CALLERS).filter((path) => !callers.has(path))).toEqual([]);
});

test("no page and no socket opens it, nor does anything pass it on", () => {
  expect([...callers].filter((path) => /^app\/(routes|live|ui|browser)\//.test(path))).toEqual([]);
  const passedOn = inApp.filter((file) => {
    let found = false;
    walk(file, (node) => {
      const from = ts.isExportDeclaration(node) && node.moduleSpecifier;
      if (from && ts.isStringLiteral(from) && from.text.includes("sealed-link")) found = true;
    });
    return found;
  });
  expect(passedOn.map(({ path }) => path)).toEqual([]);
});
