import { defineMessages } from "../message.ts";
import type { Rule } from "./rule.ts";

const messages = defineMessages({
  nothingStops: {
    ja: "デジタルにする前に、やめられる仕事・まとめられる仕事はありませんか（改善・改革）。あれば「やめる・減らす仕事」に書いてください。",
    en: "Before it becomes digital: is there work that can stop or be combined? If so, write it under やめる・減らす仕事.",
  },
});

/** 課題3: digitising is not the aim; whoever only digitises says which work stops. */
export const saysWhatStops: Rule = {
  id: "V-C3-5",
  name: { ja: "デジタル化だけの事業で、やめる仕事を考えた", en: "Digitising alone says what work stops" },
  says: messages.nothingStops,
  level: "reason",
  canBeRelaxed: true,
  moments: ["proceed"],
  judges: {
    action: ({ means_kind, stop_doing }) =>
      means_kind.length > 0 && means_kind.every((kind) => kind === "デジタル化") && stop_doing.trim() === ""
        ? [{ path: { field: "stop_doing" }, message: messages.nothingStops }]
        : [],
  },
};
