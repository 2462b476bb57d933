import { defineMessages, fillMessage } from "../message.ts";
import { normalizeNumber } from "../normalize-number.ts";
import type { Kpi, Rule, RuleFinding } from "./rule.ts";

const messages = defineMessages({
  belowBase: {
    ja: "『増やす』指標なのに目標（{target}）が基準（{base}）より小さくなっています。目標か向きを直してください。",
    en: "The indicator should rise, but the target ({target}) is below the base ({base}). Correct the target or the direction.",
  },
  aboveBase: {
    ja: "『減らす』指標なのに目標（{target}）が基準（{base}）より大きくなっています。目標か向きを直してください。",
    en: "The indicator should fall, but the target ({target}) is above the base ({base}). Correct the target or the direction.",
  },
  emptyRange: {
    ja: "『保つ』範囲の下（{min}）が、上（{max}）より小さくなるように入れてください。",
    en: "The lower end of the range ({min}) must be less than the upper end ({max}).",
  },
});

/** 課題4: a target lies on the side of the base to which the indicator should go. An equal target is V-C4-4's business. */
export const targetLiesAhead: Rule = {
  id: "V-C4-3",
  name: { ja: "目標が指標の向きと合っている", en: "The target agrees with the direction" },
  says: fillMessage(messages.belowBase, { base: "41.1", target: "30" }),
  level: "stop",
  canBeRelaxed: true,
  moments: ["proceed"],
  judges: {
    kpi: (record) => [
      ...judgeTarget(record.direction, record.base_value, record.target_value, "target_value"),
      ...judgeRange(record),
    ],
    kpi_value: ({ direction, target_fy_value }, { related }) =>
      judgeTarget(direction, related.kpi?.base_value ?? "", target_fy_value, "target_fy_value"),
  },
};

function judgeTarget(direction: Kpi["direction"], baseText: string, targetText: string, field: string): RuleFinding[] {
  const [base, target] = [normalizeNumber(baseText), normalizeNumber(targetText)];
  if (base === null || target === null) {
    return [];
  }
  const isWrong =
    (direction === "増やす" && Number(target) < Number(base)) ||
    (direction === "減らす" && Number(target) > Number(base));
  const message = direction === "増やす" ? messages.belowBase : messages.aboveBase;
  return isWrong ? [{ path: { field }, message: fillMessage(message, { base, target }) }] : [];
}

function judgeRange({ direction, range_min, range_max }: Kpi): RuleFinding[] {
  const [min, max] = [normalizeNumber(range_min), normalizeNumber(range_max)];
  if (direction !== "保つ(範囲)" || min === null || max === null || Number(min) < Number(max)) {
    return [];
  }
  return [{ path: { field: "range_min" }, message: fillMessage(messages.emptyRange, { min, max }) }];
}
