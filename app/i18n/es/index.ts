import accounts from "./accounts";
import agreements from "./agreements";
import aside from "./aside";
import calm from "./calm";
import cases from "./cases";
import discussion from "./discussion";
import elsewhere from "./elsewhere";
import factors from "./factors";
import gatherings from "./gatherings";
import handbook from "./handbook";
import handover from "./handover";
import joining from "./joining";
import journal from "./journal";
import leave from "./leave";
import limits from "./limits";
import match from "./match";
import notifications from "./notifications";
import outside from "./outside";
import pileOns from "./pileOns";
import pseudonyms from "./pseudonyms";
import publicLog from "./publicLog";
import refusals from "./refusals";
import relations from "./relations";
import reports from "./reports";
import retention from "./retention";
import safety from "./safety";
import sanctions from "./sanctions";
import shell from "./shell";
import shelter from "./shelter";
import shield from "./shield";
import shifts from "./shifts";
import spaces from "./spaces";
import takeAlong from "./takeAlong";
import talk from "./talk";
import transparency from "./transparency";
import ui from "./ui";

export default {
  accounts,
  agreements,
  calm,
  aside,
  cases,
  discussion,
  factors,
  gatherings,
  handbook,
  handover,
  joining,
  journal,
  leave,
  limits,
  match,
  notifications,
  elsewhere,
  outside,
  pileOns,
  pseudonyms,
  publicLog,
  refusals,
  relations,
  reports,
  retention,
  safety,
  sanctions,
  shell,
  shield,
  shelter,
  shifts,
  spaces,
  takeAlong,
  talk,
  transparency,
  ui,
};
