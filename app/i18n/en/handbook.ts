export default {
  title: "Handbook",
  lead: "How this place works, in short pages. Anybody can read them.",
  next: "Next: {{title}}",
  all: "All pages of the handbook",
};
