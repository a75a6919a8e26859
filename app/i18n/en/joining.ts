export default {
  title: "Welcome",
  leads: {
    invitation:
      "Somebody here invited you. Joining asks for nothing that points to you: no name, no e-mail, no phone, no story, no proof.",
    itself:
      "The way is open. Joining asks for nothing that points to you: no name, no e-mail, no phone, no story, no proof. You have two hours.",
    founding:
      "You're the first one here. You'll keep the server running as steward and, until there are more of you, handle reports as moderator.",
  },
  foundingTitle: "Begin a community",
  steps: {
    title: "What happens now",
    name: "You choose the name that others will see.",
    words: "You're shown seven words to sign in with, and a recovery code. Once.",
    in: "You type one of the words, and you're in. Nothing exists before that.",
  },
  agreements: "By joining you agree to keep",
  agreementsLink: "the agreements of this place",
  community: {
    title: "The community's name",
    hint: "It shows in page titles, where others may see it over a shoulder. Better that it doesn't say what the place is about.",
    needed: "Give the community a name of up to 40 letters.",
  },
  name: {
    title: "A name to speak as",
    hint: "It points nowhere but here. You can add others later; nobody can tell that they belong together.",
    own: "My own words",
    ownLabel: "Your own name",
    ownHint: "Better not one you use anywhere else. Up to 30 letters.",
    another: "Show me other names",
    go: "Go on with this name",
    goConsequence: "Next you see the words you'll sign in with.",
    choose: "Choose a name, or write your own.",
  },
  age: {
    title: "Your age",
    hint: "We don't ask for a birthday. Both answers let you in; if you're younger, some things stay closed to keep you safe.",
    older: "I'm {{age}} or older",
    younger: "I'm younger",
    choose: "Say which of the two it is.",
  },
  younger: {
    title: "Good that you're here",
    lead: "You can join. And there are people who are there for somebody your age, whatever happened and whatever you decide.",
    different: "What's different for you here",
    circles: "Circles, the small closed groups, stay closed. Nobody is told why.",
    messages: "Nobody you haven't accepted first can write to you alone.",
    nobodySees: "Nobody sees what you said about your age. It isn't shown to anyone here.",
    later: "When you're {{age}}, you can say so yourself under Me.",
    go: "Go on to my words",
    goConsequence: "Next you see the words you'll sign in with. Nothing exists before you've typed one of them.",
    notNow: "Not now",
    talk: "Somebody to talk to",
    adult:
      "You don't have to carry this alone. If there is a grown-up you trust (somebody at school, at a doctor's, at a youth centre, in your family), you could show them one line of what you'd like to say.",
    lines:
      "These lines are there for you too. What each says about the police stands beside it, so that you can decide before you call.",
  },
  open: {
    go: "Start",
    progress: "How far the puzzle is",
    working: "Working: {{percent}}% done. You can read on meanwhile.",
    failed: "Your device couldn't do it. Nothing is lost: the waiting page below leads to the same place.",
    wait: "Or wait two minutes",
    waitMore:
      "If your device is slow, if you keep scripts off, or if you'd simply rather: you get a place in a short line. Nothing about you is kept.",
    waitGo: "Take a place in the line",
    waitConsequence: "In two minutes it leads to the same page.",
  },
  openTo: {
    join: {
      work: "Come in now",
      workMore:
        "Your device solves a small puzzle by itself. This takes it a few seconds; it keeps scripts from joining by the thousand. Nobody is watched, and no other site is asked.",
      goConsequence: "When it's done, you choose your name.",
      done: "Done. Taking you to your name.",
    },
    outside: {
      work: "Go on now",
      workMore:
        "Your device solves a small puzzle by itself. This takes it a few seconds; it keeps scripts from sending reports by the thousand. Nobody is watched, and no other site is asked.",
      goConsequence: "When it's done, you come to the form.",
      done: "Done. Taking you to the form.",
    },
  },
  waitingTo: {
    join: {
      lead: "You have a place. In about two minutes you choose your name.",
      why: "The wait is there so that nobody can join by the thousand. Your place is in this page's address and nowhere else, and it works on the line you're using now.",
    },
    outside: {
      lead: "You have a place. In about two minutes you come to the form.",
      why: "The wait is there so that nobody can send reports by the thousand. Your place is in this page's address and nowhere else, and it works on the line you're using now.",
    },
  },
  waiting: {
    title: "A short wait",
    twoMinutes: "Less than two minutes to go",
    oneMinute: "Less than a minute to go",
    moves: "When it's time, this page moves on by itself, once. You can do something else meanwhile.",
    stillMore:
      "This page stands still. Press “Look whether it's time” when you like; your place is kept for two hours.",
    look: "Look whether it's time",
    still: "Keep this page still",
    move: "Let this page move on",
  },
  gone: { title: "This link can't be used", again: "How to join" },
  policy: {
    title: "Joining",
    invite:
      "This community grows by invitation: somebody here gives you a link. There's no form that asks who you are.",
    inviteMore: "If you know somebody here, ask them. What everyone may read is open to you without an account.",
    closed: "Nobody can join at the moment. What everyone may read stays open.",
    open: "Everyone can join here. There's no form that asks who you are, and nobody has to let you in.",
    openMore: "If somebody here gave you a link, open it: it leads in without work or waiting.",
    haveAccount: "I have an account",
    read: "See what's open",
  },
  invitations: {
    title: "Invitations",
    lead: "A link for one person, for 14 days. Who invited whom is kept for 30 days, to protect against raids, and shown to nobody.",
    label: "A note for yourself",
    labelHint: "Only you see it. Better not a name that others know.",
    create: "Make a link",
    created: "Here is your link. Send it in a way that only the other person sees.",
    link: "The link",
    until: "works until",
    revoke: "Take it back",
    revoked: "The link doesn't work any more.",
    none: "No open invitations",
    noneMore: "Links that nobody has used yet will show here.",
    unlabelled: "An invitation",
    cannot: "You can't invite anybody yet.",
  },
  firstSpaces: {
    welcome: { name: "Welcome", purpose: "What this place is, for whoever comes by. Anyone may read along." },
    commons: { name: "Commons", purpose: "For all of us: questions, plans, and how your day was." },
  },
};
