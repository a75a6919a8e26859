import { LIVE_PATH } from "../live/line";
import { hearFrame, lineAddress } from "../live/topic-line";

/**
 * Says on a topic's page that something new was written, and offers to load it. The page holds
 * `<p data-topic-live data-topic="…" data-posts="12" data-one="1 new post" data-other="{n} new posts" role="status" hidden>`
 * with a link inside; without it, or without a line, nothing happens.
 */
function listen(place: HTMLElement): void {
  const link = place.querySelector("a");
  const { topic, posts, one = "", other = "" } = place.dataset;
  if (!link || !topic) return;

  const tell = (now: number) => {
    const added = now - Number(posts);
    if (!(added > 0)) return;
    link.textContent = added === 1 ? one : other.replace("{n}", String(added));
    place.hidden = false;
  };

  const line = new WebSocket(lineAddress(location, LIVE_PATH));
  line.onmessage = ({ data }) => {
    const heard = hearFrame(String(data), topic);
    if (heard.reply) line.send(heard.reply);
    if (heard.posts !== undefined) tell(heard.posts);
    if (heard.over) line.close();
  };
}

const place = document.querySelector<HTMLElement>("[data-topic-live]");
if (place) listen(place);
