import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { formatJapaneseDate, formatSlashDate } from "../../../domain/fiscal-year.ts";
import { type Language, defineMessages, formatMessage } from "../../../domain/message.ts";

const messages = defineMessages({
  range: { ja: "{from}から{to}まで", en: "{from} to {to}" },
  since: { ja: "{from}から", en: "from {from}" },
  until: { ja: "{to}まで", en: "until {to}" },
  none: { ja: "日付なし", en: "no dates" },
});

/** "令和8年4月1日" for Japanese readers, "2026/04/01" for others. */
export function formatDay(date: CalendarDate, language: Language): string {
  return language === "ja" ? formatJapaneseDate(date) : formatSlashDate(date);
}

/** "令和8年4月1日から令和8年9月30日まで", or what is known of it. */
export function formatDayRange(from: CalendarDate | null, to: CalendarDate | null, language: Language): string {
  const params = {
    from: from === null ? "" : formatDay(from, language),
    to: to === null ? "" : formatDay(to, language),
  };
  if (from === null) {
    return formatMessage(to === null ? messages.none : messages.until, language, params);
  }
  return formatMessage(to === null ? messages.since : messages.range, language, params);
}

/** "2026/04/01〜2026/09/30" for tables and cards. */
export function formatSlashRange(from: CalendarDate | null, to: CalendarDate | null): string {
  if (from === null && to === null) {
    return "—";
  }
  return `${from === null ? "" : formatSlashDate(from)}〜${to === null ? "" : formatSlashDate(to)}`;
}
