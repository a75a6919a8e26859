import { describe, expect, it } from "vitest";
import { Day, Deadline } from "~/ui/day";
import { Dialog } from "~/ui/dialog";
import { Frame, type FrameProps } from "~/ui/frame";
import { Controls } from "~/ui/styleguide/controls";
import { Foundations } from "~/ui/styleguide/foundations";
import { Parts } from "~/ui/styleguide/parts";
import { styleguideShown } from "~/ui/styleguide/shown.server";
import { render } from "./render";

const choices = {
  theme: "dark",
  language: "en",
  languages: [
    { code: "en", name: "English" },
    { code: "es", name: "Español" },
  ],
} as const;

function frame(props: Partial<FrameProps> = {}) {
  return (
    <Frame
      siteName="The clearing"
      here="/t/7?after=3"
      choices={{ ...choices, languages: [...choices.languages] }}
      {...props}
    >
      <p>page</p>
    </Frame>
  );
}

const words = (markup: string) => markup.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const firstFocusable = (markup: string) => markup.match(/<(?:a|button|input|select|textarea)\b[^>]*>/)?.[0] ?? "";

describe("the frame", () => {
  it("lets the keyboard reach leaving before anything else, as a plain link", () => {
    const first = firstFocusable(render(frame()));
    expect(first).toContain('href="/leave"');
    expect(first).toContain('rel="nofollow"');
  });

  it("offers guests the way in and nothing of theirs", () => {
    const markup = render(frame());
    expect(markup).toContain('href="/sign-in"');
    expect(markup).toContain('href="/join"');
    expect(markup).not.toContain('href="/me"');
    expect(words(markup)).not.toContain("Speaking as");
  });

  it("says to members as whom they speak, and what waits where", () => {
    const markup = render(
      frame({
        speaking: { name: "Quiet Heron", seed: 5, switchHref: "/me/pseudonyms" },
        counts: { concerns: 120 },
        place: "spaces",
        offices: [{ href: "/moderation", label: "Queue", count: 2 }],
      }),
    );
    expect(words(markup)).toContain("Speaking as Quiet Heron Switch");
    expect(words(markup)).toContain("Concerns me 99+ unread");
    expect(words(markup)).toContain("Queue 2 waiting");
    expect(markup).toMatch(/href="\/" aria-current="page"/);
    expect(markup).not.toContain('href="/join"');
  });

  it("posts language and look, and comes back to this page", () => {
    const markup = render(frame());
    expect(markup).toContain('<form method="post" action="/preferences"');
    expect(markup).toContain('name="back" value="/t/7?after=3"');
    expect(markup).toMatch(/name="theme" value="dark" aria-pressed="true"/);
    expect(markup).toMatch(/name="language"[^>]*value="es"|value="es"[^>]*name="language"/);
  });

  it("speaks Spanish", () => {
    expect(words(render(frame(), "es"))).toContain("Salir ya");
  });
});

describe("every part", () => {
  for (const language of ["en", "es"] as const) {
    it(`renders in ${language} without inline style or an id used twice`, () => {
      const markup = render(
        frame({
          children: (
            <>
              <Foundations />
              <Controls />
              <Parts />
            </>
          ),
        }),
        language,
      );
      expect(markup).not.toMatch(/\sstyle="/);
      const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const missing = [...markup.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)]
        .flatMap(([, list]) => list!.split(" "))
        .filter((id) => !ids.includes(id));
      expect(missing).toEqual([]);
      expect(markup).not.toMatch(/\b(?:frame|places|footer|themes|field|errors|pager|plot)\.[a-z]/);
    });
  }
});

describe("a dialog", () => {
  it("opens without a script and is named by its heading", () => {
    const markup = render(
      <Dialog open="About times" title="Times">
        <p>…</p>
      </Dialog>,
    );
    const id = markup.match(/popovertarget="([^"]+)"/)?.[1];
    expect(markup).toContain(`id="${id}" role="dialog" aria-labelledby="${id}title" popover="auto"`);
  });
});

describe("times", () => {
  const evening = new Date(Date.UTC(2025, 10, 23, 21, 47));

  it("of past deeds show the day and nothing finer, not even in the markup", () => {
    const markup = render(<Day date={evening} />);
    expect(markup).toBe('<time dateTime="2025-11-23">23 November 2025</time>');
    expect(render(<Day date={evening} />, "es")).toContain("23 de noviembre de 2025");
  });

  it("ahead show the minute and the zone", () => {
    expect(words(render(<Deadline at={evening} />))).toMatch(/Sunday,? 23 November at 21:47 UTC/);
  });
});

describe("the styleguide", () => {
  it.each([
    [{ NODE_ENV: "development" }, true],
    [{ NODE_ENV: "production" }, false],
    [{ NODE_ENV: "production", UNDERSTORY_STYLEGUIDE: "1" }, true],
  ])("with %o is shown: %s", (env, shown) => {
    expect(styleguideShown(env as NodeJS.ProcessEnv)).toBe(shown);
  });
});
