import type { Rule } from "./rule.ts";
import { keepsAnotherWay } from "./v-c1-1.ts";
import { linksAnOutcome } from "./v-c3-1.ts";
import { idealStateIsAnEffect } from "./v-c3-2.ts";
import { isForSomebody } from "./v-c3-3.ts";
import { saysWhatStops } from "./v-c3-5.ts";
import { measuredInItsYear } from "./v-c4-15.ts";
import { valuesAreNumbers } from "./v-c4-2.ts";
import { targetLiesAhead } from "./v-c4-3.ts";
import { blankIsNotZero } from "./v-c4-6b.ts";
import { ratioAgrees } from "./v-c4-8.ts";
import { keysAreUnique } from "./v-g1.ts";
import { phasesMakeASchedule } from "./v-g2.ts";

/** Every rule that judges single records, in the order in which findings are listed. */
export const rules: readonly Rule[] = [
  keysAreUnique,
  phasesMakeASchedule,
  isForSomebody,
  keepsAnotherWay,
  linksAnOutcome,
  idealStateIsAnEffect,
  saysWhatStops,
  valuesAreNumbers,
  targetLiesAhead,
  blankIsNotZero,
  ratioAgrees,
  measuredInItsYear,
];
