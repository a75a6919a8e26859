import { DAY } from "../../platform/time";

/** The most posts in one report: enough to show a pattern, and few enough to be read. */
export const TOGETHER_MOST = 20;

/** How far back posts are offered. What is older can be reported by itself. */
export const LOOKED_BACK = 90 * DAY;

/** Posts offered on one page. */
export const OFFERED = 20;
