import { pageLanguage, pageState } from "../kintone/page-state.ts";

/** A time of the day, `14:30`, on the clock that the reader chose: 午後2:30, 2:30 PM. How kintone writes it in Japanese is a guess. */
export function formatClock(time: string): string {
  const [, hours = "", minutes = ""] = /^(\d\d):(\d\d)$/u.exec(time) ?? [];
  if (hours === "" || pageState.bootstrap?.preference?.timeFormat !== "TWELVE") {
    return time;
  }
  const isMorning = Number(hours) < 12;
  const clock = `${Number(hours) % 12 === 0 ? 12 : Number(hours) % 12}:${minutes}`;
  return pageLanguage() === "ja" ? `${isMorning ? "午前" : "午後"}${clock}` : `${clock} ${isMorning ? "AM" : "PM"}`;
}
