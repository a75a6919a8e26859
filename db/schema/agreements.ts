import { kit } from "../kit";

const { table, int, json, text, hour } = kit;

export type Clause = {
  key: string;
  conducts: string[];
  protected: boolean;
  en: { title: string; text: string };
  es: { title: string; text: string };
};

export const agreementVersions = table("agreement_versions", {
  version: int().primaryKey(),
  inForce: hour().notNull(),
  clauses: json<Clause[]>().notNull(),
});

/** What a community has chosen, one row a setting; absent rows have the value that app/agreements/settings.ts names. */
export const settings = table("settings", {
  key: text().primaryKey(),
  value: json<unknown>().notNull(),
});
