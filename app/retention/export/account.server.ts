import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import { accounts, cases, decisions, invitations, passkeys, reports, sanctions, sessions } from "#db/schema";
import { factorsOf } from "../../accounts/second-factors/factor-queries.server";
import { findDecisionAboutMe } from "../../cases/decision-queries.server";
import { findMyReport } from "../../reports/report-queries.server";
import { dayOf, mondayOf, monthOf, source } from "./taker.server";

export const accountSource = source<"account">()(
  ({ read, viewer }) => read.select().from(accounts).where(eq(accounts.id, viewer.accountId)),
  async ({ read, viewer }, rows) => {
    const { codeApp } = await factorsOf(read, viewer.accountId);
    return rows.map((row) => ({
      joined: mondayOf(row.joinedWeek),
      lastSeen: monthOf(row.lastSeen),
      opensWith: row.secretKind,
      codeApp,
      younger: row.younger,
      language: row.language,
      theme: row.theme,
      speaksAs: viewer.pseudonyms.find((own) => own.slot === row.slot)?.name ?? null,
    }));
  },
);

export const deviceSource = source<"devices">()(
  ({ read, viewer, now }) =>
    read
      .select()
      .from(sessions)
      .where(and(eq(sessions.accountId, viewer.accountId), gt(sessions.expires, now)))
      .orderBy(desc(sessions.started), asc(sessions.id)),
  async (_, rows) =>
    rows.map(({ label, started, expires, ownDevice }) => ({
      label,
      started: dayOf(started),
      ends: dayOf(expires),
      ownDevice,
    })),
);

export const passkeySource = source<"passkeys">()(
  ({ read, viewer }) =>
    read
      .select({ label: passkeys.label, added: passkeys.added })
      .from(passkeys)
      .where(eq(passkeys.accountId, viewer.accountId))
      .orderBy(asc(passkeys.added), asc(passkeys.id)),
  async (_, rows) => rows.map(({ label, added }) => ({ label, added: monthOf(added) })),
);

export const invitationSource = source<"invitations">()(
  ({ read, viewer }) =>
    read
      .select({ label: invitations.label, expires: invitations.expires, used: invitations.used })
      .from(invitations)
      .where(eq(invitations.inviterAccountId, viewer.accountId))
      .orderBy(asc(invitations.expires), asc(invitations.id)),
  async (_, rows) => rows.map(({ label, expires, used }) => ({ label, ends: dayOf(expires), used })),
);

export const reportSource = source<"reports">()(
  ({ read, viewer }) =>
    read
      .select({ id: reports.id })
      .from(reports)
      .where(eq(reports.reporterAccountId, viewer.accountId))
      .orderBy(asc(reports.filed), asc(reports.id)),
  async ({ read, viewer, language }, keys) => {
    const told = [];
    for (const { id } of keys) {
      const report = await findMyReport(read, viewer, id);
      if (!report) continue;
      const { kind, conduct, wish, aboutMe, filed, status, words, decision, clause } = report;
      told.push({
        kind,
        whom: report.author ?? null,
        topic: report.place || null,
        conduct,
        agreement: clause?.[language].title ?? report.agreement,
        wish,
        aboutMe,
        filed: dayOf(filed),
        status,
        words,
        outcome: decision?.outcome ?? null,
        decided: decision && dayOf(decision.decided),
        reasons: decision?.reasons ?? null,
      });
    }
    return told;
  },
);

export const decisionSource = source<"decisions">()(
  ({ read, ids }) =>
    read
      .selectDistinct({ id: cases.id, opened: cases.opened })
      .from(cases)
      .innerJoin(decisions, and(eq(decisions.caseId, cases.id), eq(decisions.state, "in-force")))
      .where(inArray(cases.respondentPseudonymId, ids))
      .orderBy(asc(cases.opened), asc(cases.id)),
  async ({ read, viewer, language, now }, keys) => {
    const told = [];
    for (const { id } of keys) {
      const found = await findDecisionAboutMe(read, viewer, id, now);
      if (!found) continue;
      const { name, outcome, days, agreement, clause, decided, until, reasons } = found;
      told.push({
        name,
        outcome,
        days,
        agreement: clause?.[language].title ?? agreement,
        decided: dayOf(decided),
        ends: until && dayOf(until),
        reasons,
      });
    }
    return told;
  },
);

export const sanctionSource = source<"sanctions">()(
  ({ read, ids }) =>
    read
      .select()
      .from(sanctions)
      .where(inArray(sanctions.pseudonymId, ids))
      .orderBy(asc(sanctions.started), asc(sanctions.id)),
  async ({ names }, rows) =>
    rows.map(({ pseudonymId, kind, agreement, started, until, lifted, reasons }) => ({
      name: names.get(pseudonymId)!,
      kind,
      agreement,
      started: dayOf(started),
      ends: until && dayOf(until),
      lifted: lifted && dayOf(lifted),
      reasons,
    })),
);
