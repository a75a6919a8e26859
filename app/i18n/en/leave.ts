export default {
  leaveNow: "Leave now",
  hint: "Ends your time here and opens another site. Pressing Shift three times does the same.",
  help: "What Leave now can and can't do",
  twoMore: "Shift, press 2 more times to leave.",
  oneMore: "Shift, press 1 more time to leave.",
  leaving: "Leaving.",
  expired: "Shift was not pressed again. You are still here.",
  page: {
    title: "What Leave now can and can't do",
    intro: "Leave now is on every page, top right, and the first thing the Tab key reaches.",
    doesTitle: "What it does",
    does: {
      session: "It ends your session here, so that nobody who picks up this device is signed in as you.",
      storage: "It erases this site's cookies and whatever else this site kept in your browser.",
      elsewhere: "It opens an ordinary page on another site: {{site}}.",
      back: "Pressing Back afterwards shows an empty page in place of the one you left. Without scripts, Back may show a page that anybody can read without signing in.",
      tabs: "If this site is open in other tabs of the same browser, they leave too.",
      shift: "Pressing Shift three times within five seconds does the same. For that, scripts must be on.",
    },
    cantTitle: "What it can't do",
    cant: {
      history:
        "It can't erase your browser's history. The address of this site stays there until you delete it yourself. A private window or Tor Browser keeps no history.",
      spyware:
        "It can't beat software on your device that watches you. If you think somebody put such software there, use another device if you can.",
      screenshots:
        "It can't stop anybody from taking a picture of the screen, or take back what somebody has already seen.",
      network:
        "It can't hide from your internet provider, your workplace or whoever runs your Wi-Fi that this site was visited. Tor Browser can.",
    },
    safer: "Safer still",
    saferText:
      "Use a private window or Tor Browser, choose “Others may use it, too” when you sign in, and close the window when you're done.",
    tryIt: "Try it: Leave now",
  },
};
