export default {
  title: "Names you turned away from",
  lead: "Only you see this. Nobody is told, neither when you block nor when you stop.",
  block: "blocked",
  mute: "muted",
  unblock: "Unblock",
  unmute: "Stop muting",
  blockMeans: "Their posts fold for you, and they can't mention you or write to you.",
  muteMeans: "Their posts fold for you, and you aren't told of them.",
  emptyTitle: "Nobody",
  empty: "When you block or mute a name, it will show up here, and you can undo it.",
};
