import type { Viewer } from "../../accounts/viewer";

/** Who may name an organisation and meet others who did: every member but somebody younger, who gets no circles and no strangers' words. */
export const mayName = (viewer: Viewer): boolean => viewer.kind === "member" && !viewer.younger;
