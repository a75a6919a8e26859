export default {
  title: "Handbook",
  lead: "How this place works, in short pages. Anybody can read them.",
  next: "Next: {{title}}",
  all: "All pages of the handbook",
  onShared: "Somebody else uses this device?",
  howToJoin: "What joining is like, and what it never asks",
  aboutNames: "How to choose a name, and keep two apart",
};
