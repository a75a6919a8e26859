import type { Language } from "../i18n/i18n";
import { languageOfHeader } from "../i18n/words.server";
import { preferencesOf } from "./preferences";
import type { Viewer } from "./viewer";

/** The language in which somebody reads: what they chose, else what their browser asks for. */
export const languageOf = ({ headers }: Pick<Request, "headers">, viewer: Viewer): Language =>
  preferencesOf(viewer, headers.get("cookie")).language ?? languageOfHeader(headers.get("accept-language"));
