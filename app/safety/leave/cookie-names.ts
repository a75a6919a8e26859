/** The names in a Cookie header, each once, at most 50; what isn't a name (RFC 6265's token) is left out. */
export function parseCookieNames(cookies: string | null): string[] {
  const names = (cookies ?? "").split(";").map((part) => part.split("=", 1)[0]!.trim());
  return [...new Set(names.filter((name) => /^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name)))].slice(0, 50);
}
