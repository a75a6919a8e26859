import { z } from "zod";

const flag = (fallback: boolean) =>
  z
    .enum(["0", "1"])
    .optional()
    .transform((value) => (value === undefined ? fallback : value === "1"));

const shape = z.object({
  /** Where the SQLite file and the keys live. */
  UNDERSTORY_DATA: z.string().min(1).default("data"),
  /** A Postgres server instead of the SQLite file. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** 32 random bytes, base64, instead of the key file in the data folder. */
  UNDERSTORY_SECRET: z.string().min(43).optional(),
  /** Where backups are written, and where their keys: two folders, the second best on another machine. */
  UNDERSTORY_BACKUPS: z.string().min(1).optional(),
  UNDERSTORY_BACKUP_KEYS: z.string().min(1).optional(),
  UNDERSTORY_DEMO: flag(true),
  /** The address members type, e.g. https://forum.example. Decides cookies and the exact Origin. */
  UNDERSTORY_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Addresses of proxies whose X-Forwarded-For is believed, or `loopback`. */
  TRUST_PROXY: z.string().optional(),
  ONION_LOCATION: z.url({ protocol: /^http$/, hostname: /\.onion$/ }).optional(),
  /** Local port for Tor with HiddenServiceExportCircuitID haproxy. */
  ONION_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
});

export type Env = z.infer<typeof shape>;

/** The settings of this process. Throws one readable message that names each wrong variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const known = Object.fromEntries(Object.keys(shape.shape).map((name) => [name, source[name] || undefined]));
  const read = shape.safeParse(known);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings can't be used:\n  ${wrong.join("\n  ")}`);
}
