/** Reporting what happened off this site. */
export default {
  title: "Something that happened elsewhere",
  lead: "In another group, by message, in the street: tell it in your words. You don't have to prove anything, and you don't have to tell more than you want to.",
  can: "If it was somebody from here, those who decide can do something about it here. If it wasn't, or nobody knows, they can't reach them: they read it, answer you, and keep it on record for when it happens again.",
  journal: "To write it down for yourself alone, there is the journal",
  conductHint: "Choose what is nearest. These are from the agreements.",
  words: "In your own words",
  wordsHint: "What should somebody know who wasn't there?",
  place: "Where",
  placeHint: "A link, the name of a site or a group, a meeting. It is only read, never opened by this site.",
  day: "The day",
  dayHint: "If you remember it. It is judged by the agreements of that day.",
  who: "Who of this place you believe it was",
  whoHint:
    "Their name here, or the address of their page. They never handle it then, nor does anybody close to them. Leave it empty if it was nobody from here, or you don't know.",
  image: "An image",
  imageHint:
    "JPEG, PNG or WebP, 2 MB at most: a screenshot fits. What a camera writes into the file, such as the place, is taken out. Never one in which a child is shown.",
  happens: {
    case: "It is a case of its own, decided like any other. Nothing of it appears on this site.",
    sealed:
      "A sealed copy of it, with the image, is kept for those who decide. The copy is erased 90 days after the case is closed.",
  },
  errors: {
    choose: "Choose one of these. “Something else” is fine, too.",
    missing: "Write a few words here.",
    long: "This is longer than what fits here. All of it is still here: shorten it a little.",
    "no-day": "This isn't a day that has been. Leave it empty, or write it like 2026-05-04.",
    nobody: "Nobody here has this name or this address. Leave it empty, and write in your words who it was.",
    child:
      "Don't send an image in which a child may be shown, and don't keep one: in many places that alone is a crime. Say where it is. It was thrown away here.",
    large:
      "This image is larger than 2 MB, or too many pixels wide and high. Your words are still here; a screenshot, or a smaller copy of it, would fit.",
    kind: "This isn't a JPEG, a PNG or a WebP. Your words are still here.",
    broken: "This image isn't whole, or it moves. Your words are still here; try another copy of it.",
    other: "Something isn't right here.",
  },
};
