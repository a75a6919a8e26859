/** Whether members reach this site over https. Without a configured origin it's a developer's http, or an onion address. */
export const overHttps = () => process.env.UNDERSTORY_ORIGIN?.startsWith("https:") ?? false;

/** A cookie's name: `__Host-` only where the browser speaks https; plain otherwise. */
export const hostCookie = (name: string) => (overHttps() ? `__Host-${name}` : name);

/** What a Cookie header holds under a name, or null. Never throws, whatever the other cookies are. */
export function cookieIn(cookies: string | null, name: string): string | null {
  const start = `${name}=`;
  const part = (cookies ?? "").split(/;\s*/).find((one) => one.startsWith(start));
  return part?.slice(start.length) ?? null;
}
