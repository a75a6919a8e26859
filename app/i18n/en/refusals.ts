export default {
  "sign-in-first": "Sign in first. What you wrote is kept on this page.",
  "not-allowed": "You can't do this here.",
  "not-found": "There's nothing here, or nothing that you can see.",
  "too-new": "This opens after your first days here.",
  suspended: "This account is suspended for now. You can still read, report, appeal and leave.",
  muted: "This account can't write for now. You can still read, report and appeal.",
  "not-to-be-quoted": "Whoever wrote this asked not to be quoted. You can answer without repeating it.",
  "ask-first": "Whoever wrote this wants to be asked first. Say that they agreed, or answer without quoting.",
  "other-name": "You speak here under another name. Say which one you mean.",
  "too-many-drafts": "You keep as many drafts as fit. Throw one away under Me, Drafts; what you wrote is still here.",
  "claimed-by-other":
    "Somebody else has just taken this case. It comes back to the queue when they hand it over or leave it for 15 minutes.",
  "claim-first":
    "You don't hold this case now: your claim ran out and somebody took it, or you haven't claimed it. Claim it first; what you wrote is still here.",
  "already-decided": "This case has been decided already. What you wrote is still here, and nothing of it was sent.",
  "held-long-enough":
    "The shield has held for 72 hours, or you agreed to it last. For more, another moderator has to agree: two names of one person are one person.",
  "no-second":
    "This needs a second person to confirm it, and there is nobody free of ties to this case. Choose something shorter, or wait until somebody else holds the office.",
  "they-left": "They have left for good, so nobody would answer. You can decide without.",
  "asked-already": "They were asked already, and there is time left to answer. What you wrote is still here.",
  "asked-enough": "They have been asked five times. More would be an interrogation: decide with what is there.",
  "not-safe":
    "Then nobody is asked: safety comes first. What you wrote is still here. If you want to decide on something serious, write down below why they aren't asked.",
  "say-why": "With conduct like this, asking needs a reason. Write it below; what you wrote is still here.",
  "statement-first":
    "This is serious enough to hear the other side first. Ask for a statement and wait for it, or write down why it wouldn't be safe. What you wrote is still here.",
  "set-aside":
    "This was set aside as child material. Either the post is taken away, or a steward first says that it isn't that. What you wrote is still here.",
  "no-offline-key": "There is no key yet that stewards keep offline, so nothing can be sealed to it. Make one first.",
  "names-somebody": "This names somebody, or leads to somebody. Please say it without.",
  "secret-half":
    "That is the secret half. It was thrown away unread, but it has crossed the network: please make a new pair, and paste the public half, which begins with age1.",
  "own-thing": "This is your own. You can change it or take it back yourself.",
  "nothing-came":
    "Nobody new to this name has written at it in the last day. You can still report single posts, block or mute.",
  invalid: "Something is missing or not right yet. Look beside each field.",
  "too-long": "This is longer than what fits here.",
  "already-done": "This has been done already.",
  "changed-meanwhile": "Somebody changed this while you were here. Look again before you go on.",
  "journal-full":
    "Your journal holds as much as fits. Take some of it along, and erase that here; what you wrote is still on this page.",
  "named-already": "You've named this one already. What has led you to others can be named again after a year.",
  "named-enough":
    "You've named as many as you can for now: three in 30 days, five at a time. That slows whoever tries names to see who comes.",
  "wrong-old-secret":
    "This doesn't open the journal either. It may have been closed with other words; nothing of it is lost.",
  closed: "This is closed.",
  "listening-only":
    "This topic is for listening for a while. What you wrote is still here: keep it as a draft, and send it later.",
  limited: "That was a little fast. You can go on in a moment; your text is still here.",
  overloaded: "The server is busy. Wait a few seconds and try again.",
  "wrong-codename":
    "These words don't open an account. Look at the spelling of each; capitals and spaces don't matter.",
  "wrong-secret":
    "That isn't your secret. Look at the spelling; in a passphrase of your own, capitals and spaces matter, too.",
  "wrong-recovery-code": "This code doesn't open an account. It may have a slip in it, or have been used already.",
  "wrong-code":
    "This isn't the code that the app shows now. Codes change every 30 seconds: type the next one. If it goes on, see whether this phone's clock is right.",
  "code-used": "This code has been used already. Wait until the app shows the next one, 30 seconds at most.",
  "passkey-refused":
    "That passkey didn't fit: it isn't one of this account's, or the page was open for too long. Try once more.",
  "passkey-copied":
    "This passkey counts fewer uses than it did before. That can mean that somebody has a copy, so it opens nothing now. Use another way, then remove the passkey under Me.",
  "step-too-old":
    "That took a while, and this page is good for a few minutes only. Nothing is lost: please start once more.",
  "wrong-word": "That isn't the word we asked for. Your words are still on this page: look again, and take your time.",
  "page-too-old": "This page has been open for too long. Nothing was made; please start once more.",
  "invitation-unknown": "There's no such invitation. Links break easily: ask the person who sent it to check.",
  "invitation-gone":
    "This invitation has been used, taken back, or is past its day. Whoever sent it can make a new one.",
  "joining-closed":
    "Nobody can join at the moment. A link that somebody was given works again if joining opens before its day.",
  "joining-by-invitation":
    "Joining is by invitation now: somebody here gives you a link. Nothing was made, and nothing about you is kept.",
  "way-in-used": "This way in has been used: each is for one account. If you want to join, start once more.",
  "receipt-unknown":
    "No report has this code. It may have a slip in it, or the report was erased 90 days after its answer.",
  "other-line":
    "You're on another line than the one this place was given to: a new connection, or another circuit. Please take a new place; the wait is two minutes.",
  "name-taken": "Somebody has this name, had it once, or has one that looks like it.",
  "name-refused": "This name can't be used here.",
  "no-slot-left": "You have five names, and that's as many as an account can have.",
  "last-name": "This is your only name. Add another before you retire it.",
  "not-open-yet": "This gathering hasn't been opened yet.",
  "not-in-the-room": "Come in through the door first.",
  "not-your-turn": "The floor isn't yours right now. Your text is still here: raise a hand, or use the side channel.",
  "side-closed": "The host keeps the side channel closed for now. Your text is still here.",
  paused: "The room is pausing to breathe. Your text is still here for when it goes on.",
  "seat-muted": "A host muted you for this gathering. You can still read along.",
  "seat-removed": "A host removed you from this gathering.",
  "door-locked": "The door is locked: nobody new comes in for now.",
  full: "This is full.",
  "last-steward": "This is the only steward. Name another one first, so that somebody keeps the server running.",
};
