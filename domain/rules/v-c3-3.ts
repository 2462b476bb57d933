import { defineMessages } from "../message.ts";
import type { Rule } from "./rule.ts";

const messages = defineMessages({
  forNobody: {
    ja: "だれのための事業ですか。対象を1つ以上選んでください。ないときは「対象（その他）」に書いてください。",
    en: "Whom is this for? Choose at least one group, or write it under 対象（その他）.",
  },
});

/** The plan's formula begins with 対象: an action is for somebody. */
export const isForSomebody: Rule = {
  id: "V-C3-3",
  name: { ja: "だれのための事業かが分かる", en: "It says whom it is for" },
  says: messages.forNobody,
  level: "stop",
  canBeRelaxed: true,
  moments: ["proceed"],
  judges: {
    action: ({ target_who, target_other }) =>
      target_who.length === 0 && target_other.trim() === ""
        ? [{ path: { field: "target_who" }, message: messages.forNobody }]
        : [],
  },
};
