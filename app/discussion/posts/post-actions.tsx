import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Folded } from "../../ui/folded";
import type { Around } from "./post";
import type { ReadPost } from "./post-queries.server";

const FOLDED = {
  block: { words: "post.blocked", undo: "post.unblock" },
  mute: { words: "post.muted", undo: "post.unmute" },
  "hidden-by-me": { words: "post.hiddenByMe", undo: "post.unhide" },
} as const;

/** A post that this reader turned away from: a line, the post behind it, and the way back. */
export function FoldedAway({ post, children }: { post: ReadPost; children: ReactNode }) {
  const { t } = useTranslation("discussion");
  if (!post.folded) return children;
  const name = post.author?.name ?? t("post.someone");
  if (post.folded === "held")
    return (
      <Folded summary={t("post.held", { name })} hint={t("post.showAnyway")}>
        {children}
      </Folded>
    );
  const { words, undo } = FOLDED[post.folded];
  return (
    <Folded summary={t(words, { name })} hint={t("post.showAnyway")}>
      {children}
      <form method="post" action="/turn-away" className="post-undo">
        <input type="hidden" name="post" value={post.link} />
        <input type="hidden" name="undo" value="on" />
        <button
          type="submit"
          className="button button-quiet button-small"
          name="deed"
          value={post.folded === "hidden-by-me" ? "hide-post" : post.folded}
        >
          {t(undo, { name })}
        </button>
      </form>
    </Folded>
  );
}

/** What can be done about a post. Answering stands open; the rest is folded into one line. */
export function PostActions({ post, around }: { post: ReadPost; around: Around }) {
  const { t } = useTranslation("discussion");
  const pileOns = useTranslation("pileOns").t;
  const shown = post.view === "shown" || post.view === "shown-to-author";
  if (!shown) return null;
  const { position, own } = post;
  const here = `${around.topic}/${position}`;
  const reply = `${around.topic}/reply?to=${position}`;
  return (
    <footer className="post-foot">
      {around.mayReply && (
        <>
          <a href={reply}>{t("post.reply")}</a>
          {(own || post.storyLabel !== "closed") && <a href={`${reply}&quote=on`}>{t("post.quote")}</a>}
        </>
      )}
      {own && (
        <>
          <a href={`${here}/edit`}>{t("post.edit")}</a>
          <a href={`${here}/remove`}>{t("post.remove")}</a>
          <a href={`/pile-on?post=${post.link}`}>{pileOns("call")}</a>
        </>
      )}
      {around.member && !own && <More post={post} />}
    </footer>
  );
}

function More({ post }: { post: ReadPost }) {
  const { t } = useTranslation("discussion");
  const name = post.author?.name ?? t("post.someone");
  return (
    <details className="post-more">
      <summary aria-label={t("post.moreOf", { position: post.position })}>{t("post.more")} …</summary>
      <form method="post" action="/turn-away">
        <input type="hidden" name="post" value={post.link} />
        <a href={`/report?post=${post.link}`}>{t("post.report")}</a>
        <button type="submit" name="deed" value="hide-post">
          {t("post.hide")}
        </button>
        {post.author && (
          <>
            <button type="submit" name="deed" value="mute">
              {t("post.mute", { name })}
            </button>
            <button type="submit" name="deed" value="block">
              {t("post.block", { name })}
            </button>
          </>
        )}
        <small>{t("post.silent")}</small>
      </form>
    </details>
  );
}
