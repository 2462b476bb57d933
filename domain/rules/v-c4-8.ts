import { defineMessages, fillMessage } from "../message.ts";
import { normalizeNumber } from "../normalize-number.ts";
import type { Rule, RuleFinding } from "./rule.ts";

const messages = defineMessages({
  noDenominator: {
    ja: "分母が0です。0で割ることはできません。分母を確かめてください。分母がない年度なら、空らんにして『値の状態』で『算出できない』を選んでください。",
    en: "The denominator is 0. Check it; if there is none this year, clear it and choose 算出できない under 値の状態.",
  },
  tooLarge: {
    ja: "分子（{numerator}）が分母（{denominator}）より大きくなっています。入れる場所が逆でないか確かめてください。",
    en: "The numerator ({numerator}) is larger than the denominator ({denominator}). Check whether they are swapped.",
  },
  differs: {
    ja: "分子÷分母は{ratio}%です。入力は{typed}%です。どちらかを直してください。",
    en: "Numerator ÷ denominator is {ratio}%, but {typed}% was entered. Correct one of them.",
  },
});

/** Published ratios are rounded to a tenth of a point, so up to 0.1 either way is the same number. */
const tolerance = 0.1 + 1e-9;

/** 課題4: a percentage is what its numerator and denominator say. */
export const ratioAgrees: Rule = {
  id: "V-C4-8",
  name: { ja: "割合が分子÷分母と合っている", en: "The ratio agrees with numerator and denominator" },
  says: fillMessage(messages.differs, { ratio: "41.1", typed: "45" }),
  level: "stop",
  canBeRelaxed: true,
  // A draft is always saveable, so what is wrong at saving is refused at the next step.
  moments: ["submit", "proceed", "batch"],
  judges: {
    kpi_value: ({ unit, numerator: over, denominator: under, actual_value, may_exceed_100 }) => {
      const [numerator, denominator] = [normalizeNumber(over), normalizeNumber(under)];
      if (denominator !== null && Number(denominator) === 0) {
        return [{ path: { field: "denominator" }, message: messages.noDenominator }];
      }
      if (unit !== "%" || numerator === null || denominator === null) {
        return [];
      }
      const found: RuleFinding[] = [];
      if (Number(numerator) > Number(denominator) && may_exceed_100.length === 0) {
        found.push({
          path: { field: "numerator" },
          message: fillMessage(messages.tooLarge, { numerator, denominator }),
        });
      }
      const typed = normalizeNumber(actual_value);
      const ratio = (Number(numerator) / Number(denominator)) * 100;
      if (typed !== null && Math.abs(ratio - Number(typed)) > tolerance) {
        found.push({
          path: { field: "actual_value" },
          message: fillMessage(messages.differs, { ratio: String(Math.round(ratio * 10) / 10), typed }),
        });
      }
      return found;
    },
  },
};
