export default {
  title: "The shield",
  lead: "When far more happens here than usual, the limits of whoever is new become tighter by themselves, and wider again once it's calm. Established members meet no other limits than ever, and nobody's reports, recovery, signing in or leaving change.",
  /** The line on every page. */
  line: {
    step1: "Limits are a little tighter for a while: whoever is new can write a little less at once.",
    step2:
      "Limits are tighter for a while: whoever hasn't been here long can write less at once, and fewer people can join in an hour.",
    step3:
      "Limits are much tighter for a while: whoever hasn't been here long can write less at once, and joining takes an invitation.",
    until: "At least until",
    log: "Who decided this",
    moderate: "See why",
  },
  steps: {
    "0": "Everything is as ever.",
    "1": "Step 1: newcomers can write, invite and host half as much; half as many people can join in an hour.",
    "2": "Step 2: newcomers a third, members three quarters; a third as many people can join by invitation, and without one a few.",
    "3": "Step 3: newcomers a fifth, members half; few people can join by invitation, and nobody without one.",
  },
  stands: {
    software: "The software raised it, from the counts below.",
    softwareEases: "It goes down by one step once it has stayed calm, at the earliest:",
    held: "Moderators hold step {{step}}, until:",
    reason: "Their reason:",
    until: "All of it ends, unless a second person agrees:",
  },
  agree: "Let it hold longer",
  agreeEffect: "It may hold for 72 hours more from now. The public log says so.",
  ownHold: "You began it, or agreed last: for more than 72 hours somebody else has to agree.",
  end: "End it now",
  endEffect:
    "All limits are as ever at once. The software leaves it at that for 12 hours; any moderator can begin it again.",
  begin: "Begin it, or hold another step",
  beginLead:
    "For what the counts can't see: a call to raid this place that somebody found elsewhere, or a storm that comes slowly.",
  step: "Which step",
  stepWrong: "Choose one of the three.",
  hours: "For how long",
  hoursWrong: "Choose one of these.",
  reason: "Why",
  reasonHint: "Other moderators see it here. Leave out names. The public log says only that a moderator did it.",
  reasonWrong: "Say why, in {{most}} characters at most.",
  do: "Tighten the limits",
  doEffect: "Happens at once, for the whole community. Other moderators are told, and every page says that it's so.",
  done: {
    held: "The limits are tighter now.",
    ended: "The limits are as ever again.",
    agreed: "Kept: it may hold for 72 hours more.",
  },
  counts: "What it goes by",
  countsLead:
    "Counted by the hour for everybody together, each account or network once. The line is what is usual at that hour of the week; above the dashes the first step begins. Of hours that are over only fives are kept.",
  kinds: {
    arrivals: "New accounts",
    reports: "Members who reported something",
    "first-posts": "Newcomers' first posts",
    "sign-in-failures": "Networks with a failed try to sign in",
  },
  said: "{{now}} in this hour, {{before}} in the one before; usual at this hour: {{usual}}. The first step begins at {{from}}.",
  hour: "Hour (UTC)",
  count: "Counted",
  usual: "Usual",
  from: "First step from",
};
