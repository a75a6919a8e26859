import { expect, test } from "vitest";
import { asks } from "~/live/events";
import { createTeller } from "~/live/tell.server";
import { aReportedCase } from "../support/reporting";

test("no socket can ask for a case, and none hears of one, whoever holds it", async () => {
  const { world, caseId } = await aReportedCase();
  expect(Object.keys(asks).filter((ask) => /case|report/.test(ask))).toEqual([]);
  const touched: string[] = [];
  const io = new Proxy({}, { get: (_, name) => void touched.push(String(name)) });
  const teller = createTeller(world.site, io as never, () => world.now);
  teller.hear({ kind: "case-changed", caseId });
  expect(touched).toEqual([]);
  expect(world.heard.filter((event) => event.kind === "case-changed")).toHaveLength(1);
});
