import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { plainField } from "../ui/field";
import { Folded } from "../ui/folded";
import { Section } from "../ui/page-header";
import { TextField } from "../ui/text-field";
import { DeedButton, DeedForm } from "./deed-form";
import { SeatName } from "./messages";
import type { RoomView } from "./room-view";
import type { Why } from "./speaker-stack";

/** Who has the floor, who is next and why, and one's own hand. */
export function FloorPart({ room }: { room: RoomView }) {
  const { t } = useTranslation("gatherings");
  const { speaker, me, can, stack } = room;
  return (
    <>
      <Section title={t("room.floor")}>
        {speaker ? (
          <p className="floor">
            <strong>{speaker.mine ? t("room.youHaveFloor") : t("room.hasFloor", { name: speaker.name })}</strong>{" "}
            {speaker.until === null ? t("room.waits") : t("room.until", { time: clockTime(speaker.until) })}
          </p>
        ) : (
          <p className="floor soft">{t("room.nobody")}</p>
        )}
        <div className="cluster">
          {speaker && (speaker.mine || can.run) && (
            <DeedButton deed="end-turn">{t(speaker.mine ? "room.endMine" : "room.endTurn")}</DeedButton>
          )}
          {can.hand && <DeedButton deed="raise-hand">{t("room.raise")}</DeedButton>}
          {me.handUp && <DeedButton deed="lower-hand">{t("room.lower")}</DeedButton>}
        </div>
      </Section>
      <Section title={t("room.stack")}>
        <p className="small soft">{t("room.stackHint")}</p>
        {stack.length === 0 && <p>{t("room.stackEmpty")}</p>}
        <ol className="said-list">
          {stack.map((hand) => (
            <li key={hand.seat} className="said-one">
              <p className="said-by">
                <SeatName of={hand} you={hand.mine} />{" "}
                <small>
                  <WhyHere why={hand.why} />
                </small>
              </p>
              {can.run && <HandTools room={room} hand={hand} />}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

/** Hours and minutes, UTC. */
const clockTime = (at: number) => new Date(at).toISOString().slice(11, 16);

function WhyHere({ why }: { why: Why }) {
  const { t } = useTranslation("gatherings");
  if (why.kind === "moved") return t("room.why.moved", { reason: why.reason });
  if (why.kind !== "heard") return t(`room.why.${why.kind}`);
  return why.turns === 0 ? t("room.why.heardWords") : t("room.why.heard", { count: why.turns });
}

function HandTools({ room, hand }: { room: RoomView; hand: RoomView["stack"][number] }) {
  const { t } = useTranslation("gatherings");
  const insteadOf = room.speaker ? { insteadOf: room.speaker.seat } : undefined;
  return (
    <div className="cluster">
      <DeedButton deed="give-floor" fields={{ seat: hand.seat, ...insteadOf }} small>
        {t("room.giveFloor", { name: hand.name })}
      </DeedButton>
      {room.stack.length > 1 && (
        <Folded summary={t("room.move", { name: hand.name })}>
          <DeedForm deed="move-in-stack" fields={{ seat: hand.seat }} className="stack stack-tight">
            <TextField
              field={plainField("to", { id: `to-${hand.seat}`, initialValue: 1, required: true })}
              label={t("room.moveTo")}
              type="number"
              min={1}
              max={room.stack.length}
              short
            />
            <TextField
              field={plainField("reason", { id: `reason-${hand.seat}`, required: true })}
              label={t("room.moveReason")}
            />
            <Button small look="quiet">
              {t("room.moveIt")}
            </Button>
          </DeedForm>
        </Folded>
      )}
    </div>
  );
}
