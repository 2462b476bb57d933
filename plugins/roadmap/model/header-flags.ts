import { toEpochDay } from "../../../domain/calendar-date.ts";
import { type Language, defineMessages, formatMessage } from "../../../domain/message.ts";
import type { SubItem } from "./plan-data.ts";
import { type Scale, dayToX } from "./scale.ts";
import { estimateTextWidth } from "./text-width.ts";

/** A date that the plan itself names: firm (確) when it names the day, open (要確認) when only a month or a fiscal year. */
export type HeaderFlag = {
  readonly subItem: SubItem;
  readonly certainty: keyof typeof certaintyTexts;
  readonly x: number;
  readonly label: string;
};

export const certaintyTexts = defineMessages({
  firm: { ja: "確", en: "firm" },
  open: { ja: "要確認", en: "to be confirmed" },
});

const { withWords } = defineMessages({
  withWords: { ja: "{words}（{certainty}）", en: "{words} ({certainty})" },
});

const flagWidth = 20;

/** The flags from left to right; each says as much as fits before the next one or before today's label. */
export function placeFlags(
  subItems: readonly SubItem[],
  scale: Scale,
  today: { readonly x: number; readonly width: number },
  language: Language,
): HeaderFlag[] {
  const flags = subItems
    .flatMap((subItem) => {
      const day = subItem.dateOn === null ? null : toEpochDay(subItem.dateOn);
      return day !== null && day >= scale.firstDay && day < scale.endDay
        ? [{ subItem, x: Math.round(dayToX(scale, day)) }]
        : [];
    })
    .toSorted((a, b) => a.x - b.x);
  return flags.map(({ subItem, x }, index) => {
    const certainty = subItem.datePrecision === "日" ? "firm" : "open";
    const certaintyText = certaintyTexts[certainty][language];
    const label = (words: string): string => formatMessage(withWords, language, { words, certainty: certaintyText });
    const next = flags[index + 1]?.x ?? scale.width;
    const end = today.x > x ? Math.min(next, today.x) : next;
    const longest = [label(subItem.text), label(subItem.dateText), certaintyText].find(
      (text) => flagWidth + estimateTextWidth(text, 12) + 6 <= end - x,
    );
    return { subItem, certainty, x, label: longest ?? "" };
  });
}
