import { z } from "zod";
import { conducts } from "../agreements/conducts";
import type { SubjectKind } from "./item";

/** The longest own words in a report, in characters: two pages. */
export const WORDS_MOST = 6_000;

export const wishes = ["stop", "remove", "talk", "know", "unsure"] as const;
export type Wish = (typeof wishes)[number];

/** What helps at once and acts when the form is sent. The reported post is hidden from its reporter in any case. */
export const reliefs = ["block", "mute", "mute-topic", "shelter"] as const;
export type Relief = (typeof reliefs)[number];

/** What can be done about a thing at once. Nothing can be offered against a mask without telling whose it is. */
export const reliefsFor = (kind: SubjectKind): readonly Relief[] => {
  if (kind === "post") return reliefs;
  return kind === "gathering-message" ? [] : ["block", "mute", "shelter"];
};

const relief = z.array(z.enum(reliefs)).max(reliefs.length).default([]);

export const reportForm = z.object({
  conduct: z.enum(conducts),
  wish: z.enum(wishes).default("unsure"),
  words: z.string().trim().max(WORDS_MOST).default(""),
  aboutMe: z.boolean().default(false),
  relief,
});

export type ReportInput = z.infer<typeof reportForm>;

/** Where to go on once a report or its relief is sent: shelter asks for the codename, which no form of a report does. */
export const reliefLeadsTo = (relief: Relief[], report: string, otherwise: string) =>
  relief.includes("shelter") ? `/me/shelter?report=${report}` : otherwise;

export const reliefForm = z.object({ relief });
