import { expect, test } from "vitest";
import { toLink } from "~/platform/ids";
import * as holds from "~/routes/steward_.holds";
import * as desk from "~/routes/steward_.quarantine._index";
import * as one from "~/routes/steward_.quarantine.$case";
import * as file from "~/routes/steward_.quarantine.$case_.package";
import { call } from "../../support/call";
import { aSetAsideCase, MARKER, openWith } from "../../support/quarantine";

test("to everybody but stewards these pages don't exist, and a case only to whom it was dealt", async () => {
  const { world, moderators, stewards, survivor, harasser, caseId } = await aSetAsideCase();
  const params = { case: toLink(caseId) };
  for (const as of [null, moderators[0]!, survivor, harasser])
    for (const handler of [desk.loader, one.loader, file.loader, file.action, holds.loader, desk.action, one.action])
      expect(
        (await call(world, handler, { as, params, ...(/action/i.test(handler.name) ? { form: {} } : {}) })).status,
      ).toBe(404);
  for (const link of ["0", "x".repeat(500), "%00", toLink(5)])
    expect((await call(world, one.loader, { as: stewards[0]!, params: { case: link } })).status).toBe(404);
  const page = await call(world, one.loader, { as: stewards[0]!, params });
  expect(page.status).toBe(200);
  expect(JSON.stringify(page.data)).not.toContain(MARKER);
});

test("the package comes as a file with a name that says nothing, kept by nobody on the way", async () => {
  const { world, stewards, caseId, pair } = await aSetAsideCase();
  const params = { case: toLink(caseId) };
  const handed = (await file.action({
    request: new Request("http://localhost/", {
      method: "POST",
      headers: { cookie: `session=${stewards[0]!.token}` },
      body: new URLSearchParams(),
    }),
    params,
    context: { site: world.site, now: world.now, nonce: "nonce", network: "a network" },
  } as never)) as Response;
  expect(handed.headers.get("content-disposition")).toBe('attachment; filename="package.age"');
  expect(handed.headers.get("cache-control")).toBe("no-store");
  expect(await openWith(pair.secret, new Uint8Array(await handed.arrayBuffer()))).toContain("preservation package");
});

test("a secret half is refused and never sent back; a slip is", async () => {
  const { world, stewards, pair } = await aSetAsideCase({ key: false });
  const secret = await call(world, desk.action, { as: stewards[0]!, proved: true, form: { key: pair.secret } });
  expect(secret.status).toBe(422);
  expect(JSON.stringify(secret.data)).not.toContain("AGE-SECRET-KEY");
  const slip = await call(world, desk.action, { as: stewards[0]!, proved: true, form: { key: "age1oops" } });
  expect(JSON.stringify(slip.data)).toContain("age1oops");
  const unproved = await call(world, desk.action, { as: stewards[0]!, form: { key: pair.offlineKey } });
  expect(unproved.status).toBe(401);
});
