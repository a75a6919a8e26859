import { endRestedSessions } from "../accounts/sessions.server";
import { closeDecided } from "../cases/close-decided.server";
import { endEmergencies } from "../cases/emergency/end-emergencies.server";
import { escalateOverdue } from "../cases/escalate-overdue.server";
import { escalateOutside } from "../cases/outside/escalate-outside.server";
import { tendPileOns } from "../cases/pile-ons/pile-on-jobs.server";
import { remindHandlers } from "../cases/remind-handlers.server";
import { tellTheOthers } from "../cases/shifts/first-call.server";
import { endWaits } from "../cases/talk/end-waits.server";
import { sweepGatherings } from "../gatherings/sweep-gatherings.server";
import { tellFive } from "../journal/match/tell-five.server";
import { raiseStandings } from "../pseudonyms/raise-standings.server";
import { forgetBackups } from "../retention/backups/forget-backups.server";
import { finishBurning } from "../retention/finish-burning.server";
import { sweep } from "../retention/sweep.server";
import { watchShield } from "../safety/shield/watch-shield.server";
import type { Site } from "../site/site";

/** Something done by the clock. `pattern`: cron, UTC. `run` must be safe to run twice and late. */
export type Job = { name: string; pattern: string; run(site: Site, now: Date): Promise<unknown> };

/** Every timed task. */
export const jobs: Job[] = [
  { name: "rested sessions", pattern: "*/5 * * * *", run: endRestedSessions },
  { name: "the shield", pattern: "* * * * *", run: watchShield },
  { name: "sweep", pattern: "7 * * * *", run: sweep },
  { name: "words of names that are gone", pattern: "*/5 * * * *", run: finishBurning },
  { name: "old backups", pattern: "12 * * * *", run: forgetBackups },
  { name: "questions nobody answered", pattern: "*/5 * * * *", run: endWaits },
  { name: "urgent cases nobody has taken", pattern: "*/5 * * * *", run: tellTheOthers },
  { name: "overdue cases", pattern: "*/5 * * * *", run: escalateOverdue },
  { name: "overdue reports from outside", pattern: "*/5 * * * *", run: escalateOutside },
  { name: "what was done at once", pattern: "*/5 * * * *", run: endEmergencies },
  { name: "case reminders", pattern: "*/5 * * * *", run: remindHandlers },
  { name: "pile-ons", pattern: "*/5 * * * *", run: tendPileOns },
  { name: "decided cases", pattern: "22 * * * *", run: closeDecided },
  { name: "gatherings", pattern: "37 * * * *", run: sweepGatherings },
  { name: "others who named the same", pattern: "42 * * * *", run: tellFive },
  { name: "standings", pattern: "17 4 * * *", run: raiseStandings },
];
