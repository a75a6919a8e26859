export const offices = ["moderator", "organizer", "steward", "members", "software"] as const;
export type LogOffice = (typeof offices)[number];

/** What a reader of the log asks for; anything malformed is as if not asked. */
export function readLogQuestion(params: URLSearchParams): { office?: LogOffice; before?: number; check: boolean } {
  const office = offices.find((one) => one === params.get("office"));
  const before = /^[1-9]\d{0,8}$/.test(params.get("before") ?? "") ? Number(params.get("before")) : undefined;
  return { office, before, check: params.get("check") === "1" };
}
