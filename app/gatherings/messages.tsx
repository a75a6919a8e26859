import { useTranslation } from "react-i18next";
import { Chip } from "../ui/chip";
import { Folded } from "../ui/folded";
import { Voice } from "../ui/voice";
import type { MessageView, Voiced } from "./room-view";

/** A seat: its name, its leaf, and whether it's a mask. */
export function SeatName({ of, you }: { of: Voiced; you?: boolean }) {
  const { t } = useTranslation("gatherings");
  return (
    <Voice name={of.name} seed={of.leaf}>
      {of.mask && <Chip>{t("room.mask")}</Chip>}
      {you && <Chip tone="moss">{t("room.you")}</Chip>}
    </Voice>
  );
}

/** What was said, newest first, so that nothing has to be scrolled to and nothing scrolls by itself. `live` reads new ones out. */
export function Messages({ messages, live }: { messages: MessageView[]; live?: boolean }) {
  const { t } = useTranslation("gatherings");
  return (
    <div aria-live={live ? "polite" : undefined} aria-relevant={live ? "additions" : undefined}>
      {messages.length === 0 && <p className="soft">{t("room.noMessages")}</p>}
      <ol className="said-list">
        {[...messages].reverse().map((message) => (
          <li key={message.position} className={`said-one said-${message.channel}`} id={`m${message.id}`}>
            <p className="said-by">
              <SeatName of={message} you={message.mine} /> <small>{t(`room.channel.${message.channel}`)}</small>
            </p>
            {message.folded ? (
              <Folded summary={t("room.folded")}>
                <Said html={message.html} />
              </Folded>
            ) : (
              <Said html={message.html} />
            )}
            {!message.mine && (
              <a className="small" href={`/report?message=${message.id}`}>
                {t("room.report")}
              </a>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Said({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by message-text.ts when it was written, from escaped text.
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
