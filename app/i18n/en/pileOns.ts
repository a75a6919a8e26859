export default {
  call: "This is a pile-on",
  callLead:
    "When many people you don't know come at you at once, you don't have to collect anything, and you don't have to prove it.",
  callHow: "What happens when you press",
  callHappens: {
    gathers: "What people new to you wrote at this name in the last day is gathered, as it is now, into one case.",
    slows: "From now on people new to you can answer you only slowly. Whoever knows you notices nothing.",
    joins: "Whatever comes later joins the same case. Moderators see one timeline.",
    stays: "Nothing of yours is hidden, and nothing of theirs is taken away before somebody has looked.",
  },
  callName: "At which of your names?",
  callDo: "This is a pile-on",
  callEffect: "You can say at any time that it's kind after all.",
  title: "Many have come at {{name}}",
  foundLead:
    "Within a few hours many people you had no exchange with have come at this name. You don't have to do anything.",
  calledLead: "You said that this is a pile-on. You don't have to collect or prove anything.",
  gathered_one: "{{count}} post is gathered in one case. What comes later joins it.",
  gathered_other: "{{count}} posts are gathered in one case. What comes later joins it.",
  where: "Where it stands",
  notYet: "Moderators have it. Nobody has opened it yet.",
  lookedAt: "Somebody among the moderators is looking at it.",
  by: "It will be decided by",
  slowNow: "People new to you can answer you only slowly at the moment.",
  notSlowNow: "Nobody is slowed at the moment.",
  over: "This is over: nobody is slowed any more.",
  decided: "What was decided",
  want: "What do you want?",
  wantHint: "You can change it as long as it goes on. Nobody is told what you chose.",
  wishes: {
    slow: "Slow people new to me",
    gather: "Only gather what they write",
    kind: "It's kind. Stop this",
  },
  wishHints: {
    slow: "They share a few answers in half an hour. What they typed stays with them.",
    gather: "Everybody can answer as always. Moderators see the timeline.",
    kind: "Nobody is slowed, and if nobody reported anything, the case is closed.",
  },
  keep: "Keep this",
  kept: "Kept.",
  quiet: "Have quiet now",
  muteAll: "Mute everybody who took part",
  muteAllEffect: "For you alone. None of them is told, and you can undo each under “Me”.",
  muted: "They are muted for you.",
  more: "What else helps",
  moreText: "You don't have to read any of it. You can leave it to the moderators, close this, and come back.",
  helplines: "Somebody to talk to",
  report: "Report one post for something graver, such as outing or a threat: that is looked at within 24 hours.",
  /** Beside the news and under own posts. */
  button: "Are many coming at you at once?",
  /** On a topic, for members who read along. */
  bystanders:
    "Many people are coming at somebody here at once. What helps: don't answer them, report one post once, and tell the person you're with them.",
  /** For those who handle the case. */
  timeline: "What was gathered, in order",
  timelineHint: "Sealed copies, each folded. Open as few as you need.",
  timelineCount_one: "{{count}} post",
  timelineCount_other: "{{count}} posts",
  routes: { answer: "in their own topic", reply: "in answer to them", mention: "calling their name" },
  partOf: "{{author}} · {{place}}",
  takeOut: "Make this a case of its own",
  takeOutEffect: "About whoever wrote it, with this copy. It is dealt like any other.",
  takenOut: "This is a case of its own now.",
  decideHint:
    "A pile-on is decided as a whole and binds nobody: say whether it was one, and what you did. What somebody did in it that breaks an agreement, take out and decide alone.",
  unusual: "Unusual reporting",
  unusualHint: "It says nothing against a report. Reporting in good faith is never a breach, however often.",
  unusualOne:
    "Reporter {{alias}} sent {{sent}} reports within a week. Of those decided lately, {{noBreach}} of {{decided}} found no breach.",
  unusualGroup:
    "Some of these reporters came in as one group, which sent {{sent}} reports within a week. Of those decided lately, {{noBreach}} of {{decided}} found no breach.",
};
