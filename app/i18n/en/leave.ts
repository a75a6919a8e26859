export default {
  twoMore: "Press Shift twice more to leave.",
  oneMore: "Press Shift once more to leave.",
  leaving: "One moment.",
  expired: "Shift was not pressed again. You are still here.",
  page: {
    title: "What Leave now can and can't do",
    intro:
      "Leave now is on every page, top right. It needs no scripts. It works while you write, while you sign in and on pages that say something went wrong.",
    waysTitle: "Three ways to leave",
    ways: {
      press: "Press “Leave now”.",
      tab: "With a keyboard: “Leave now” is the first thing the Tab key reaches on a page, and also the last. Press Enter.",
      shift:
        "Press Shift three times, alone, never waiting more than five seconds. Dots under “Leave now” count with you, and a screen reader says how many are missing. Capital letters don't count. For this, scripts must be on; where your device gives Shift another task, such as sticky keys, use the link.",
    },
    doesTitle: "What it does",
    does: {
      cover: "With scripts, it empties the screen at once, however slow the connection is.",
      session: "It ends your session here, so that nobody who picks up this device is signed in as you.",
      storage: "It erases this site's cookies and whatever else this site kept in your browser.",
      elsewhere: "It opens an ordinary page on another site: {{site}}.",
      back: "Pressing Back afterwards shows an empty page in place of what you read. Without scripts, Back may show a page that anybody can read without signing in.",
      tabs: "With scripts, other tabs of this site in the same browser leave, too.",
      unsent: "What you wrote and didn't send is gone. Nothing asks whether you're sure: asking would hold you up.",
    },
    cantTitle: "What it can't do",
    cant: {
      history:
        "It can't erase your browser's history. What's in there about this site stays until you delete it, and may be copied to your other devices if your browser shares its history with them.",
      saved:
        "It can't take back what the browser or the phone saved for itself: passwords, words to fill in again, files you downloaded, the small picture in the list of open apps.",
      spyware:
        "It can't beat software on your device that watches you. If you think somebody put such software there, use another device if you can.",
      screenshots:
        "It can't stop anybody from taking a picture of the screen, or take back what somebody has already seen.",
      network:
        "It can't hide from your internet provider, your workplace or whoever runs your Wi-Fi that this site was visited. Tor Browser can.",
    },
    historyTitle: "What your browser's history shows",
    history: {
      title: "For every page the same title, “{{title}}”, and the same icon. Neither says what you read.",
      address: "The address of this site, and when you were here.",
      paths:
        "The address of each page. Most end in random letters. Some hold a plain word for the kind of page, such as “report”, “sign-in” or “gatherings”, the name of a space, or the words you searched for. None holds what you wrote or under which name.",
      none: "A private window or Tor Browser keeps no history once it is closed.",
    },
    safer: "Safer still",
    saferText:
      "Use a private window or Tor Browser, choose “Others may use it, too” when you sign in, and close the window when you're done.",
    back: "Coming back",
    backText:
      "Type this site's address again, or a bookmark you trust, and sign in with your words. Your posts and everything you sent are there.",
    tryIt: "Try it: Leave now",
  },
};
