import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const folder = "app/ui/styles";
const imported = (sheet: string): string[] => {
  const text = readFileSync(`${folder}/${sheet}`, "utf8");
  const others = [...text.matchAll(/@import "\.\/([^"]+)"/g)].map(([, name]) => name!);
  return others.length ? others.flatMap(imported) : [text];
};
const all = readdirSync(folder)
  .filter((name) => name.endsWith(".css"))
  .map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")] as const);

describe("the stylesheet", () => {
  it("stays under 9 KB gzipped, even before it's minified", () => {
    expect(gzipSync(imported("main.css").join("\n")).length).toBeLessThan(9_000);
  });

  it("moves only at the pace that stillness sets to nothing", () => {
    for (const [name, text] of all) {
      expect(text.match(/animation|@keyframes|scroll-behavior/g) ?? [], name).toEqual([]);
      for (const [, value] of text.matchAll(/transition:([^;]+);/g))
        for (const one of value!.split(",")) expect(one, name).toContain("var(--quick)");
    }
  });

  it("asks nobody else for anything, and takes its colours from the palettes alone", () => {
    for (const [name, text] of all) {
      expect(text.match(/url\((?!["']?\.\/)[^)]*\)|https?:/g) ?? [], name).toEqual([]);
      if (name !== "tokens.css") expect(text.match(/#[\da-f]{3,8}\b|rgb|hsl|oklch/gi) ?? [], name).toEqual([]);
    }
  });
});
