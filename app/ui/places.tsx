import Bell from "lucide-react/icons/bell";
import CircleUserRound from "lucide-react/icons/circle-user-round";
import Flame from "lucide-react/icons/flame-kindling";
import LogIn from "lucide-react/icons/log-in";
import Sprout from "lucide-react/icons/sprout";
import Trees from "lucide-react/icons/trees";
import { useTranslation } from "react-i18next";
import { Count } from "./count";
import { Icon } from "./icon";

/** The places at the thumb: members have the first four, guests sign in or join instead of the last two. */
export type PlaceName = "spaces" | "gatherings" | "concerns" | "me" | "signIn" | "join";

const PLACES = {
  spaces: { href: "/", icon: Trees },
  gatherings: { href: "/gatherings", icon: Flame },
  concerns: { href: "/notifications", icon: Bell },
  me: { href: "/me", icon: CircleUserRound },
  signIn: { href: "/sign-in", icon: LogIn },
  join: { href: "/join", icon: Sprout },
} as const;

const FOR_MEMBERS: PlaceName[] = ["spaces", "gatherings", "concerns", "me"];
const FOR_GUESTS: PlaceName[] = ["spaces", "gatherings", "signIn", "join"];

/** The four places, at the thumb on a phone and at the side where there is room. */
export function Places({
  current,
  member,
  counts = {},
}: {
  current?: PlaceName | undefined;
  member: boolean;
  counts?: Partial<Record<PlaceName, number>> | undefined;
}) {
  const { t } = useTranslation("ui");
  return (
    <nav className="places" aria-label={t("frame.places")}>
      <ul className="places-list">
        {(member ? FOR_MEMBERS : FOR_GUESTS).map((name) => (
          <li key={name}>
            <a className="place" href={PLACES[name].href} aria-current={name === current ? "page" : undefined}>
              <Icon of={PLACES[name].icon} />
              <span>{t(`places.${name}`)}</span>
              <Count of={counts[name]} words={t("frame.unread")} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
