import { useTranslation } from "react-i18next";
import { Day } from "../../ui/day";
import { Leaf } from "../../ui/leaf";
import { Row, Rows } from "../../ui/rows";
import { useNoteWords } from "../note-words";
import type { ListedTopic } from "./topic-queries.server";

/** Topics of a space, each with what is new in it for this reader. */
export function TopicRows({ topics, member, label }: { topics: ListedTopic[]; member: boolean; label?: string }) {
  const { t } = useTranslation("discussion");
  const noteWords = useNoteWords();
  return (
    <Rows label={label}>
      {topics.map((topic) => {
        const fresh = member && !topic.muted ? topic.posts - topic.read : 0;
        const begun = topic.read > 0;
        return (
          <Row
            key={topic.link}
            href={`/t/${topic.link}`}
            title={topic.title || t("topic.untitled")}
            lead={topic.author && <Leaf seed={topic.author.leaf} />}
            meta={
              <>
                {topic.author && <span>{t("topic.by", { name: topic.author.name })}</span>}
                <span>{t("topic.posts", { count: topic.posts })}</span>
                <Day date={topic.lastPost} />
                {topic.contentNotes.length > 0 && (
                  <span>{t("post.note", { notes: topic.contentNotes.map(noteWords).join(", ") })}</span>
                )}
                {topic.state === "closed" && <span>{t("topic.closed")}</span>}
                {topic.muted && <span>{t("topic.muted")}</span>}
              </>
            }
            aside={
              fresh > 0 && (
                <a className="topic-new" href={`/t/${topic.link}/${topic.read + 1}`}>
                  {begun ? t("topic.new", { count: fresh }) : t("topic.unread")}
                </a>
              )
            }
          />
        );
      })}
    </Rows>
  );
}
