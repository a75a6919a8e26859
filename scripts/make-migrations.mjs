// Writes the next migration of both engines from db/schema. Arguments go to drizzle-kit, e.g. `npm run migrations -- --name add-drafts`.
import { spawnSync } from "node:child_process";

for (const DATABASE_URL of ["", "postgres://localhost/none"]) {
  const args = ["node_modules/drizzle-kit/bin.cjs", "generate", ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, DATABASE_URL } });
  if (status !== 0) process.exit(status ?? 1);
}
