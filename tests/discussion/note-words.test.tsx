import { expect, test } from "vitest";
import { firstNotes } from "~/agreements/first-notes";
import { settingShapes } from "~/agreements/settings";
import type { ListedTopic } from "~/discussion/topics/topic-queries.server";
import { TopicRows } from "~/discussion/topics/topic-rows";
import { render } from "../ui/render";

const about = (contentNotes: string[]) =>
  [
    {
      link: "1",
      title: "A topic",
      author: null,
      posts: 1,
      read: 0,
      muted: false,
      state: "open",
      contentNotes,
      lastPost: new Date(0),
    },
  ] as unknown as ListedTopic[];
const listed = (notes: string[], language: "en" | "es") =>
  render(<TopicRows topics={about(notes)} member={false} />, language);

test("a note from the list speaks the reader's language", () => {
  expect(listed(["police", "sexual violence"], "en")).toContain("police, sexual violence");
  expect(listed(["police", "sexual violence"], "es")).toContain("policía, violencia sexual");
});

test("a note in somebody's own words stays as they wrote it", () => {
  expect(listed(["my mother's letters"], "es")).toContain("my mother&#x27;s letters");
});

test("every note that a community begins with has words in both languages", () => {
  for (const note of firstNotes) expect(listed([note], "es"), note).not.toContain(`notes.${note}`);
  expect(settingShapes.contentNotes.parse(undefined)).toEqual([...firstNotes]);
});
