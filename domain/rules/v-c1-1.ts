import { defineMessages } from "../message.ts";
import type { Action, Rule } from "./rule.ts";

const messages = defineMessages({
  noOtherWay: {
    ja: "デジタルを使わない人は、どこで手続きできますか。窓口・電話などを1つ以上選んでください。",
    en: "Where can people who do not use digital services do this? Choose at least one way, such as the counter or the phone.",
  },
});

/** Everyone the plan calls 町民, and 事業者: people outside the town hall. */
const outside: readonly Action["target_who"][number][] = [
  "町民全般",
  "高齢者",
  "子育て世代",
  "障害のある方",
  "外国人住民",
  "事業者",
];

/** 課題1: what is for residents or businesses keeps a way that needs no device. */
export const keepsAnotherWay: Rule = {
  id: "V-C1-1",
  name: { ja: "デジタルを使わない人への手段がある", en: "There is a way without digital services" },
  says: messages.noOtherWay,
  level: "stop",
  canBeRelaxed: true,
  moments: ["proceed", "batch"],
  judges: {
    action: ({ target_who, alt_channel }) => {
      const isForPublic = target_who.some((who) => outside.includes(who));
      const hasOtherWay = alt_channel.some((channel) => channel !== "なし");
      return isForPublic && !hasOtherWay ? [{ path: { field: "alt_channel" }, message: messages.noOtherWay }] : [];
    },
  },
};
