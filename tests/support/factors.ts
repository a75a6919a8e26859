import { Secret, TOTP } from "otpauth";
import { beginCodeApp, confirmCodeApp } from "~/accounts/second-factors/add-code-app.server";
import { addPasskey } from "~/accounts/second-factors/add-passkey.server";
import { finishSignIn } from "~/accounts/second-factors/finish-sign-in.server";
import { showStep } from "~/accounts/second-factors/show-step.server";
import { sealAdding } from "~/accounts/second-factors/tickets.server";
import { creationOptions, type Place } from "~/accounts/second-factors/webauthn.server";
import { signIn } from "~/accounts/sign-in.server";
import { SECOND } from "~/platform/time";
import { type APasskey, aPasskey } from "./authenticator";
import { giveCodename } from "./codename";
import { openWorld, type Person, type World } from "./world";

export const here: Place = { rpId: "localhost", origins: ["http://localhost"] };

/** The code that an app with this secret shows at a moment. */
export const codeAt = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** Sets an app up for somebody, whose session is renewed, and moves on to its next code. Answers the secret. */
export async function giveCodeApp(world: World, person: Person): Promise<string> {
  const begun = await beginCodeApp(world.site, person, world.now);
  if (!begun.ok) throw new Error(begun.reason);
  const answer = await confirmCodeApp(world.site, person, codeAt(begun.secret, world.now), world.now);
  if (!answer.ok) throw new Error(answer.reason);
  renew(person, answer);
  world.later(60 * SECOND);
  return begun.secret;
}

/** What the page that adds a passkey holds for somebody. */
export function addingPage(world: World, person: Person) {
  const { challenge, ticket } = sealAdding(person.accountId, world.now);
  return { ticket, options: JSON.stringify(creationOptions(here, { challenge, siteName: "Understory", known: [] })) };
}

export const tryPasskey = (
  world: World,
  person: Person,
  key: string,
  { ticket, label = null }: { ticket: string; label?: string | null },
) => addPasskey(world.site, person, { ticket, key, label, place: here }, world.now);

/** Adds a passkey to somebody's account; their session is renewed. */
export async function givePasskey(
  world: World,
  person: Person,
  { passkey = aPasskey(), label = null as string | null } = {},
) {
  const { ticket, options } = addingPage(world, person);
  const answer = await tryPasskey(world, person, passkey.make(options), { ticket, label });
  if (!answer.ok) throw new Error(answer.reason);
  renew(person, answer);
  return passkey;
}

function renew(person: Person, { setCookie, sessionId }: { setCookie: string; sessionId: string }) {
  person.sessionId = sessionId;
  person.token = /^session=([a-z0-9]{40})/.exec(setCookie)![1]!;
}

let networks = 0;

/** A community with one member, a codename that works, and the ways through the two steps. */
export async function aMember() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const codename = await giveCodename(world, alder);
  /** What the words lead to: a session's cookie, or a ticket. */
  const typeWords = async (words = codename, more: { replacing?: string } = {}) => {
    const input = { ...words, ownDevice: false, network: `n${networks++}`, ...more };
    const answer = await signIn(world.site, input, world.now);
    if (!answer.ok) throw new Error(answer.reason);
    return answer;
  };
  const ticket = async (words = codename) => {
    const answer = await typeWords(words);
    if (answer.ticket === undefined) throw new Error("no second step was asked for");
    return answer.ticket;
  };
  const finish = (ticketSent: string, shown: { code?: string; signature?: string }, place = here) =>
    finishSignIn(world.site, { ticket: ticketSent, code: "", signature: "", place, ...shown }, world.now);
  /** What the browser is asked on the page of this ticket. */
  const asked = async (of: string) => (await showStep(world.site, of, here, world.now))!.passkey!;
  const show = async (passkey: APasskey, lies: Parameters<APasskey["show"]>[1] = {}) => {
    const of = await ticket();
    return finish(of, { signature: passkey.show(await asked(of), lies) });
  };
  return { world, alder, codename, typeWords, ticket, finish, asked, show };
}
