import { defineMessages } from "../message.ts";
import { normalizeNumber } from "../normalize-number.ts";
import type { Rule } from "./rule.ts";

const messages = defineMessages({
  blank: {
    ja: "空らんと0はちがいます。『集計中』『未測定』などを選んでください。",
    en: "Blank is not the same as 0. Choose why there is no value yet, such as 集計中 or 未測定.",
  },
  zero: {
    ja: "空らんと0はちがいます。0で正しければ『0で正しい』に✓を入れてください。まだ値がなければ、空らんにして『値の状態』を選んでください。",
    en: "Blank is not the same as 0. If 0 is right, tick 0で正しい. If there is no value yet, clear it and choose 値の状態.",
  },
});

/** 課題4: no value, and zero, are two different things and both are said. */
export const blankIsNotZero: Rule = {
  id: "V-C4-6b",
  name: { ja: "空らんと0を区別している", en: "Blank and zero are told apart" },
  says: messages.blank,
  level: "stop",
  canBeRelaxed: true,
  // A draft is always saveable, so what is wrong at saving is refused at the next step.
  moments: ["submit", "proceed", "batch"],
  judges: {
    kpi_value: ({ actual_value, data_status, zero_confirmed }) => {
      if (actual_value.trim() === "") {
        return data_status === "" ? [{ path: { field: "data_status" }, message: messages.blank }] : [];
      }
      const plain = normalizeNumber(actual_value);
      return plain !== null && Number(plain) === 0 && zero_confirmed.length === 0
        ? [{ path: { field: "actual_value" }, message: messages.zero }]
        : [];
    },
  },
};
