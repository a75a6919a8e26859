/** A raised hand. `handAt` is the gathering's count when it went up: no two are equal. `movedTo`: where the host put it, counted from 1. */
export type Hand = {
  seatId: number;
  turns: number;
  heard: number;
  handAt: number;
  movedTo: number | null;
  movedReason: string | null;
};

/** Why a hand stands where it stands: everybody in the room can read it. */
export type Why =
  | { kind: "not-heard-yet" }
  | { kind: "heard"; turns: number }
  | { kind: "asked-later"; turns: number }
  | { kind: "moved"; reason: string };

export type InStack = { seatId: number; place: number; why: Why };

const heardLess = (a: Hand, b: Hand) => a.turns - b.turns || a.heard - b.heard || a.handAt - b.handAt;

/**
 * Who speaks next, and why. Whoever has been heard least in this gathering comes first: fewer turns, then fewer words,
 * then whose hand went up earlier. A hand that the host moved keeps the place it was given, with the host's reason.
 */
export function speakerStack(hands: readonly Hand[]): InStack[] {
  const fair = hands.filter((hand) => hand.movedTo === null).sort(heardLess);
  const stack: { hand: Hand; why: Why }[] = fair.map((hand, i) => ({ hand, why: whyFair(hand, fair[i - 1]) }));
  const moved = hands
    .filter((hand) => hand.movedTo !== null)
    .sort((a, b) => a.movedTo! - b.movedTo! || a.handAt - b.handAt);
  for (const hand of moved) {
    stack.splice(Math.max(0, hand.movedTo! - 1), 0, { hand, why: { kind: "moved", reason: hand.movedReason ?? "" } });
  }
  return stack.map(({ hand, why }, i) => ({ seatId: hand.seatId, place: i + 1, why }));
}

function whyFair(hand: Hand, before: Hand | undefined): Why {
  if (before && before.turns === hand.turns && before.heard === hand.heard)
    return { kind: "asked-later", turns: hand.turns };
  return hand.turns === 0 && hand.heard === 0 ? { kind: "not-heard-yet" } : { kind: "heard", turns: hand.turns };
}

/** Where the hands that a host moved stand after the hand in `place` has gone: those behind it move up by one. */
export const movedUp = (movedTo: number, place: number) => (movedTo > place ? Math.max(1, movedTo - 1) : movedTo);
