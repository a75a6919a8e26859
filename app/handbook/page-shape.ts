/** The pages of the handbook for members, in the order in which somebody new would want them; each name is the end of its address. */
export const handbookPages = [
  "names",
  "coming-in",
  "devices",
  "tor",
  "writing",
  "taking-back",
  "reporting",
  "other-ways",
  "shelter",
  "gatherings",
  "raids",
  "risks",
  "deciding",
  "moderating",
] as const;

export type HandbookPageName = (typeof handbookPages)[number];

/**
 * One page: a title, a sentence that says whom it's for, and a few short sections. A paragraph is a text, a list is
 * several. In texts `[words](/path)` is a link within the site, and `**words**` is a button's or a setting's own name.
 */
export type HandbookPage = {
  title: string;
  lead: string;
  sections: { title: string; text: (string | string[])[] }[];
};

export type Handbook = Record<HandbookPageName, HandbookPage>;

export const isHandbookPage = (name: string | undefined): name is HandbookPageName =>
  handbookPages.includes(name as HandbookPageName);
