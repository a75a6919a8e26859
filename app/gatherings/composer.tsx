import { useTranslation } from "react-i18next";
import { Actions, Button } from "../ui/button";
import { plainField } from "../ui/field";
import { Notice } from "../ui/notice";
import { TextArea } from "../ui/text-field";
import { DeedForm } from "./deed-form";
import type { GatheringView, RoomView } from "./room-view";

/** Where one writes: each button says where the words will stand. Nothing at all for whoever can't write now. */
export function Composer({ view, room, kept }: { view: GatheringView; room: RoomView; kept?: string | undefined }) {
  const { t } = useTranslation("gatherings");
  const { can } = room;
  const closed = !can.floor && !can.side && !can.host;
  return (
    <>
      {view.state === "paused" && <Notice>{t("room.paused")}</Notice>}
      {room.me.muted && <Notice tone="care">{t("room.muted")}</Notice>}
      {closed && kept === undefined ? (
        view.state === "open" && !room.me.muted && <p className="soft">{t("room.cantSay")}</p>
      ) : (
        <DeedForm deed="write" className="stack">
          <TextArea
            field={plainField("body", { initialValue: kept, required: true })}
            label={t("room.say")}
            hint={t("room.sayHint")}
            rows={3}
          />
          <Actions>
            {can.floor && (
              <Button name="channel" value="floor">
                {t("room.sayFloor")}
              </Button>
            )}
            {(can.side || closed) && (
              <Button name="channel" value="side" look={can.floor ? "quiet" : "primary"}>
                {t("room.saySide")}
              </Button>
            )}
            {can.host && (
              <Button name="channel" value="host" look="quiet">
                {t("room.sayHost")}
              </Button>
            )}
          </Actions>
        </DeedForm>
      )}
    </>
  );
}
