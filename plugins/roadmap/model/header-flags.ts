import { toEpochDay } from "../../../domain/calendar-date.ts";
import type { SubItem } from "./plan-data.ts";
import { type Scale, dayToX } from "./scale.ts";
import { estimateTextWidth } from "./text-width.ts";

/** A date that the plan itself names. 「確」 when it names the day, 「要確認」 when only a month or a fiscal year. */
export type HeaderFlag = {
  readonly subItem: SubItem;
  readonly certainty: "確" | "要確認";
  readonly x: number;
  readonly label: string;
};

const flagWidth = 20;

/** The flags from left to right; each says as much as fits before the next one or before today's label. */
export function placeFlags(
  subItems: readonly SubItem[],
  scale: Scale,
  today: { readonly x: number; readonly width: number },
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
    const certainty = subItem.datePrecision === "日" ? "確" : "要確認";
    const next = flags[index + 1]?.x ?? scale.width;
    const end = today.x > x ? Math.min(next, today.x) : next;
    const whole = `${subItem.text}（${certainty}）`;
    const label =
      [whole, `${subItem.dateText}（${certainty}）`, certainty].find(
        (text) => flagWidth + estimateTextWidth(text, 12) + 6 <= end - x,
      ) ?? "";
    return { subItem, certainty, x, label };
  });
}
