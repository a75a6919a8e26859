export default {
  language: "Language",
  theme: "Colours",
  errors: {
    e400: {
      title: "That link isn't quite right",
      next: "Perhaps a part of it got lost on the way. Go back, or start from the spaces.",
    },
    e401: {
      title: "Sign in to see this page",
      next: "If you were signed in, your time here ran out: that protects you on a shared device.",
    },
    kept: {
      title: "Your time here ran out, and your words didn't",
      next: "That protects you on a shared device. Nothing was sent, and nothing is lost: sign in, and what you wrote is there. It waits on this page only, so don't close it.",
    },
    e403: {
      title: "This can't be done from here",
      next: "Nothing was changed. If you came from another site, open the page here and try once more.",
    },
    e404: {
      title: "There's nothing here",
      next: "It may have been removed, or it isn't open to you. The link may also have a slip in it.",
    },
    e405: {
      title: "This can't be done from here",
      next: "Nothing was changed. Go back and use the buttons on the page.",
    },
    e409: {
      title: "Something changed meanwhile",
      next: "Nothing was changed by you. Go back, reload the page, and see how things stand now.",
    },
    e413: {
      title: "That was too much at once",
      next: "Nothing was sent. Go back: your text should still be in its box. Shorten it or send it in parts.",
    },
    e414: { title: "That link is too long", next: "Go back, and search for fewer words." },
    e422: {
      title: "Something is missing",
      next: "Go back: your text should still be in its box. Look beside each field.",
    },
    e429: {
      title: "A little slower, please",
      next: "This keeps raids out. Wait a moment, then go back: your text should still be in its box.",
    },
    e500: {
      title: "Something went wrong on our side",
      next: "You did nothing wrong. Go back and try again in a moment; if you were writing, your text should still be in its box.",
    },
    e503: { title: "The server is busy", next: "Wait a few seconds and try again." },
    busy: { meanwhile: "Reporting, leaving and signing out work all the same.", again: "Try again" },
  },
  offices: { moderator: "Moderation", steward: "Community", organizer: "Gatherings" },
  toSignIn: "Sign in",
  toStart: "Go to the spaces",
  preferences: {
    title: "Language and colours",
    forGuests: "Your choice is kept in a cookie in this browser. Leave now erases it.",
    forMembers: "Your choice is kept with your account, on every device.",
    languageAuto: "As this browser asks",
    themeAuto: "As this device is set",
    light: "Light",
    dark: "Dark",
    contrast: "High contrast",
    save: "Keep this choice",
    saved: "Your choice is kept.",
  },
};
