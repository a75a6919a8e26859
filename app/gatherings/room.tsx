import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Chip } from "../ui/chip";
import { Folded } from "../ui/folded";
import { Section } from "../ui/page-header";
import { Composer } from "./composer";
import { ConsentPart } from "./consent-part";
import { DeedButton } from "./deed-form";
import { FloorPart } from "./floor-part";
import { HostTools } from "./host-tools";
import { Messages, SeatName } from "./messages";
import type { GatheringView, RoomView } from "./room-view";

type Shown = {
  view: GatheringView;
  room: RoomView;
  /** Text that came back from a refused post. */
  kept?: string | undefined;
  /** Only looking on: the page reloads by itself, and has nothing that a reload could swallow. */
  watching: boolean;
  /** How the page hears of news, in words. */
  line: ReactNode;
};

/** The room while it's on: the floor and the stack, what is said, and at the end what is rarely needed. */
export function Room({ view, room, kept, watching, line }: Shown) {
  const { t } = useTranslation("gatherings");
  return (
    <div className="hall">
      <div className="hall-side">
        <p>
          {t("room.youAre")} <SeatName of={room.me} />
        </p>
        <FloorPart room={room} />
        {room.question !== null && (
          <Section title={t("room.question")}>
            <p>{room.question}</p>
            <ConsentPart about="question" tally={room.answers} mine={room.me.answer} />
          </Section>
        )}
      </div>
      <div className="hall-log stack">
        {!watching && <Composer view={view} room={room} kept={kept} />}
        <Section title={t("room.messages")}>
          <p className="small soft">{t("room.messagesHint")}</p>
          {line}
          <Messages messages={room.messages} live={!watching} />
        </Section>
      </div>
      <div className="hall-foot stack">
        {room.can.run && <HostTools view={view} room={room} />}
        <Folded summary={t("groundRules")}>
          <p className="as-typed">{view.groundRules}</p>
          <p className="small soft">{t(view.keepMessages ? "keeps" : "sweeps")}</p>
        </Folded>
        <Folded summary={t("room.seats")} hint={String(room.seats.length)}>
          <ul className="said-list">
            {room.seats.map((seat) => (
              <li key={seat.seat} className="said-by">
                <SeatName of={seat} you={seat.seat === room.me.seat} />
                {seat.host && <Chip>{t("room.host")}</Chip>}
                {seat.muted && <Chip>{t("room.mutedMark")}</Chip>}
              </li>
            ))}
          </ul>
        </Folded>
        <DeedButton deed="leave" consequence={t("room.leaveHint")}>
          {t("room.leave")}
        </DeedButton>
      </div>
    </div>
  );
}
