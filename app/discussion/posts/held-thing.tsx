import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../ui/day";
import { Folded } from "../../ui/folded";
import { useNoteWords } from "../note-words";
import { Washed } from "../text/washed";

type Props = {
  thing: {
    kind: "reply" | "mention" | "circle-invitation";
    state: "waiting" | "aside" | "to-report";
    post: { href: string; title: string; author: string | null; html: string; contentNotes: string[] } | null;
    circle: string | null;
    held: Date;
  };
  children?: ReactNode;
};

/** One thing that was held back: a line of what it is, the words folded behind it, and what can be done. */
export function HeldThing({ thing: { kind, state, post, circle, held }, children }: Props) {
  const { t } = useTranslation("shelter");
  const noteWords = useNoteWords();
  const name = post?.author ?? t("somebody");
  const notes = post?.contentNotes.map(noteWords).join(", ");
  return (
    <li className="row">
      <div className="row-body">
        <Folded
          care
          summary={t(`kinds.${kind}`, { name })}
          hint={notes ? t("touches", { notes }) : t(kind === "circle-invitation" ? "openIt" : "readIt")}
        >
          {post && <Washed html={post.html} />}
          {post && <a href={post.href}>{post.title || t("topic")}</a>}
          {circle && <a href={`/s/${circle}/invitation`}>{t("invitation")}</a>}
        </Folded>
        <p className="row-meta">
          <Day date={held} />
          {state !== "waiting" && <span>{t(`states.${state}`)}</span>}
        </p>
        {children}
      </div>
    </li>
  );
}
