import { useTranslation } from "react-i18next";
import { Day } from "../../ui/day";
import { Folded } from "../../ui/folded";
import { Notice } from "../../ui/notice";
import { Voice } from "../../ui/voice";
import { useNoteWords } from "../note-words";
import { Washed } from "../text/washed";
import { FoldedAway, PostActions } from "./post-actions";
import type { ReadPost } from "./post-queries.server";

/** What every post of a page has in common: its topic's address, and whether the reader may answer or turn away. */
export type Around = { topic: string; member: boolean; mayReply: boolean };

/** One post: who speaks, what they say, and, folded, what can be done about it. */
export function Post({ post, around }: { post: ReadPost; around: Around }) {
  const { t } = useTranslation("discussion");
  const { author, position, replyTo } = post;
  const answers =
    replyTo &&
    t(replyTo.name ? "post.answersName" : "post.answers", { position: replyTo.position, name: replyTo.name ?? "" });
  const shown = post.view === "shown" || post.view === "shown-to-author";
  const when = (
    <>
      <a href={`${around.topic}/${position}`}>
        <Day date={post.written} short />
        {`, #${position}`}
      </a>
      {shown && <span>{t(`labels.${post.storyLabel}`)}</span>}
      {shown && post.edited && <span>{t("post.edited")}</span>}
      {replyTo && <a href={`${around.topic}/${replyTo.position}`}>{answers}</a>}
    </>
  );
  return (
    <article className="post" id={`post-${position}`} aria-label={t("post.label", { position })}>
      <header className="post-head">
        {author ? (
          <Voice name={author.name} seed={author.leaf} href={`/p/${author.link}`}>
            {when}
          </Voice>
        ) : (
          <span className="soft">
            {t(post.view === "not-for-guests" ? "post.hiddenName" : "post.someone")}
            <span className="voice-below">{when}</span>
          </span>
        )}
      </header>
      {post.folded ? (
        <FoldedAway post={post}>
          <PostBody post={post} />
        </FoldedAway>
      ) : (
        <PostBody post={post} />
      )}
      <PostActions post={post} around={around} />
    </article>
  );
}

const KEPT_BACK = {
  "removed-by-author": "post.removedByAuthor",
  "removed-by-decision": "post.removedByDecision",
  hidden: "post.hidden",
  "not-for-guests": "post.notForGuests",
} as const;

function PostBody({ post }: { post: ReadPost }) {
  const { t } = useTranslation("discussion");
  const noteWords = useNoteWords();
  if (post.view !== "shown" && post.view !== "shown-to-author")
    return <p className="post-gone">{t(KEPT_BACK[post.view])}</p>;
  const words = <Washed html={post.html} />;
  const notes = post.contentNotes.map(noteWords).join(", ");
  return (
    <>
      {post.view === "shown-to-author" && <Notice tone="care">{t("post.hiddenOwn")}</Notice>}
      {notes ? (
        <Folded care summary={t("post.note", { notes })} hint={t("post.noteOpen")}>
          {words}
        </Folded>
      ) : (
        words
      )}
    </>
  );
}
