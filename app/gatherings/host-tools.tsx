import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { plainField } from "../ui/field";
import { Folded } from "../ui/folded";
import { TextField } from "../ui/text-field";
import { DeedButton, DeedForm } from "./deed-form";
import { SeatName } from "./messages";
import type { GatheringView, RoomView } from "./room-view";

/** What hosts can do, folded away from everything else. */
export function HostTools({ view, room }: { view: GatheringView; room: RoomView }) {
  const { t } = useTranslation("gatherings");
  const others = room.seats.filter((seat) => !seat.host);
  return (
    <Folded summary={t("tools.title")} id="tools">
      <div className="stack">
        {view.state === "paused" ? (
          <DeedButton deed="resume" look="primary">
            {t("tools.resume")}
          </DeedButton>
        ) : (
          <DeedButton deed="pause" consequence={t("tools.pauseHint")}>
            {t("tools.pause")}
          </DeedButton>
        )}
        <DeedButton
          deed="lock-door"
          fields={{ locked: view.doorLocked ? "off" : "on" }}
          consequence={view.doorLocked ? undefined : t("tools.lockHint")}
        >
          {t(view.doorLocked ? "tools.unlock" : "tools.lock")}
        </DeedButton>
        <DeedButton deed="side-channel" fields={{ open: view.sideChannel ? "off" : "on" }}>
          {t(view.sideChannel ? "tools.closeSide" : "tools.openSide")}
        </DeedButton>
        <DeedForm deed="ask" className="stack stack-tight">
          <TextField field={plainField("question", { required: true })} label={t("tools.askLabel")} />
          <Button look="quiet">{t("tools.ask")}</Button>
        </DeedForm>
        {room.question !== null && (
          <DeedButton deed="ask" fields={{ question: "" }}>
            {t("tools.stopAsking")}
          </DeedButton>
        )}
        {room.can.handOver &&
          room.seats
            .filter((seat) => seat.host && seat.seat !== room.me.seat)
            .map((seat) => (
              <DeedButton key={seat.seat} deed="hand-over" fields={{ seat: seat.seat }}>
                {t("tools.handOver", { name: seat.name })}
              </DeedButton>
            ))}
        {others.length > 0 && (
          <Folded summary={t("tools.people")}>
            <ul className="said-list">
              {others.map((seat) => (
                <li key={seat.seat} className="said-one stack stack-tight">
                  <p className="said-by">
                    <SeatName of={seat} />
                  </p>
                  <DeedButton deed={seat.muted ? "unmute" : "mute"} fields={{ seat: seat.seat }} small>
                    {t(seat.muted ? "tools.unmute" : "tools.mute", { name: seat.name })}
                  </DeedButton>
                  <DeedButton
                    deed="remove"
                    fields={{ seat: seat.seat }}
                    look="danger"
                    small
                    consequence={t("tools.removeHint")}
                  >
                    {t("tools.remove", { name: seat.name })}
                  </DeedButton>
                </li>
              ))}
            </ul>
          </Folded>
        )}
        <DeedButton deed="end" look="danger" consequence={t(view.keepMessages ? "tools.endKeepHint" : "tools.endHint")}>
          {t("tools.end")}
        </DeedButton>
      </div>
    </Folded>
  );
}
