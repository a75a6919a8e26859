import { useTranslation } from "react-i18next";

type Shown = { link: string; following: boolean; muted: boolean };

/** Follow and mute, each one press and undone by another. */
export function TopicOptions({ topic }: { topic: Shown }) {
  const { t } = useTranslation("discussion");
  return (
    <form method="post" action="/follow" className="cluster" aria-label={t("topic.options")}>
      <input type="hidden" name="topic" value={topic.link} />
      {!topic.muted && (
        <button
          type="submit"
          className="button button-quiet button-small"
          name="deed"
          value={topic.following ? "unfollow" : "follow"}
        >
          {t(topic.following ? "topic.unfollow" : "topic.follow")}
        </button>
      )}
      <button
        type="submit"
        className="button button-quiet button-small"
        name="deed"
        value={topic.muted ? "unmute" : "mute"}
      >
        {t(topic.muted ? "topic.unmute" : "topic.mute")}
      </button>
    </form>
  );
}
