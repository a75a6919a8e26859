import type { Handbook } from "../page-shape";
import comingIn from "./coming-in";
import deciding from "./deciding";
import devices from "./devices";
import gatherings from "./gatherings";
import moderating from "./moderating";
import names from "./names";
import otherWays from "./other-ways";
import raids from "./raids";
import reporting from "./reporting";
import risks from "./risks";
import shelter from "./shelter";
import takingBack from "./taking-back";
import tor from "./tor";
import writing from "./writing";

export default {
  names,
  "coming-in": comingIn,
  devices,
  tor,
  writing,
  "taking-back": takingBack,
  reporting,
  "other-ways": otherWays,
  shelter,
  gatherings,
  raids,
  risks,
  deciding,
  moderating,
} satisfies Handbook;
