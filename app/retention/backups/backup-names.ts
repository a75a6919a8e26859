import { DAY, HOUR } from "../../platform/time";
import { BACKUPS_KEPT } from "../periods";

const NAME = /^(\d{4}-\d{2}-\d{2})(?:-(?:[2-9]|[1-9]\d+)(?=\.(?:age|key)$)|\.[\w-]+(?=\.part$))?\.(age|key|part)$/;

/** The day (UTC) as it stands in a backup's name. */
export const dayText = (at: Date) => at.toISOString().slice(0, 10);

/** The name of a day's backup, without ending: its first, second … Only the day is told. */
export const backupName = (day: string, number: number) => (number === 1 ? day : `${day}-${number}`);

export type BackupFile = { day: string; ending: "age" | "key" | "part" };

/** What a file in one of the two folders is, by its name; null for a file that isn't ours. */
export function readBackupName(name: string): BackupFile | null {
  const found = NAME.exec(name);
  if (!found || Number.isNaN(Date.parse(found[1]!))) return null;
  return { day: found[1]!, ending: found[2] as BackupFile["ending"] };
}

/**
 * Whether a file's time is over. The days are counted from the day's beginning, and an hour is taken off because the
 * clock comes by once an hour: no moment of that day is followed by more than seven days. What was left half-written goes
 * the day after.
 */
export function isOver({ day, ending }: BackupFile, now: Date): boolean {
  const age = now.getTime() - Date.parse(day);
  return age >= (ending === "part" ? DAY : BACKUPS_KEPT - HOUR);
}
