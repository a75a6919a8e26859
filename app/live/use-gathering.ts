import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Socket } from "socket.io-client";
import { type GatheringView, withNews } from "../gatherings/room-view";
import type { Refused } from "../platform/outcome";
import { LIVE_PATH, type ToBrowser, type ToServer } from "./line";

type Line = Socket<ToBrowser, ToServer>;

/** How long an ask may take before the form is posted instead: Tor is slow. */
const PATIENCE = 15_000;

/** Coming and going change as whom the whole page speaks, its frame too: these forms always post. */
const CHANGES_WHO = new Set<FormDataEntryValue | null>(["enter", "leave", "open", "end"]);

/**
 * The gathering as it is now. The page's own view comes first; with a live line, news replace it. `send` takes a deed's
 * form over the line and gives its text back when it's refused; without a line the form posts as if there were no scripts.
 */
export function useGathering(first: GatheringView) {
  const [view, setView] = useState(first);
  const [line, setLine] = useState<"none" | "up" | "down">("none");
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const socket = useRef<Line | null>(null);
  const known = useRef(first);

  const hear = useCallback((news: GatheringView) => {
    known.current = withNews(known.current, news);
    setView(known.current);
  }, []);

  const { link } = first;
  const look = useCallback(() => {
    const since = known.current.room?.messages.at(-1)?.position ?? 0;
    socket.current?.emit("watch-gathering", { gathering: link, since }, (answer) => {
      if (answer.ok) hear(answer.view);
    });
  }, [link, hear]);

  useEffect(() => {
    let stopped = false;
    void import("socket.io-client").then(({ io }) => {
      if (stopped) return;
      const opened: Line = io({ path: LIVE_PATH, transports: ["websocket"] });
      socket.current = opened;
      opened.on("connect", () => {
        setLine("up");
        look();
      });
      opened.on("disconnect", () => setLine("down"));
      opened.on("gathering", hear);
      // Whoever may not see this any more, or is signed out, finds out from the page's own address.
      opened.on("gathering-gone", () => location.reload());
      opened.on("session-ended", () => location.reload());
    });
    return () => {
      stopped = true;
      socket.current?.disconnect();
      socket.current = null;
    };
  }, [look, hear]);

  // A turn ends by itself, without anybody saying so.
  const until = view.room?.speaker?.until;
  useEffect(() => {
    if (!until || line !== "up") return;
    const timer = setTimeout(look, Math.max(1000, until - Date.now() + 500));
    return () => clearTimeout(timer);
  }, [until, line, look]);

  const send = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const open = socket.current;
      if (!open?.connected) return;
      const form = event.currentTarget;
      const { submitter } = event.nativeEvent as SubmitEvent;
      const sent = new FormData(form);
      if (CHANGES_WHO.has(sent.get("deed"))) return;
      if (submitter instanceof HTMLButtonElement && submitter.name) sent.append(submitter.name, submitter.value);
      event.preventDefault();
      const asked = Object.fromEntries(sent) as never;
      open.timeout(PATIENCE).emit("do", { gathering: link, asked }, (late, answer) => {
        if (late) return void form.submit();
        setRefusal(answer.ok ? null : answer);
        if (answer.ok && form.isConnected) form.reset();
        look();
      });
    },
    [link, look],
  );

  return { view, line, refusal, send };
}
