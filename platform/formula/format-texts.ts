import { dayAt, timeAt } from "../query/calendar.ts";
import { printDecimal, type Decimal } from "../record/decimal.ts";
import { roundToPlaces, truncate } from "./arithmetic.ts";

/** The Unix times that DATE_FORMAT takes (kintone help): the years 1000 to 9999 in UTC. */
const earliest = -30_610_224_000n;
const latest = 253_402_300_799n;

/** `system` is the time zone of the kintone domain; here that is Japan. */
const systemTimeZone = "Asia/Tokyo";

const letters = /YYYY|yyyy|YY|yy|MM|M|dd|d|HH|H|hh|h|KK|K|mm|m|ss|s|a/gu;

/** Whole seconds since 1970 when they lie in the years that kintone's dates have; else null. */
export function toSeconds(number: Decimal): number | null {
  const seconds = truncate(number);
  return seconds < earliest || seconds > latest ? null : Number(seconds);
}

/** A moment as text; null when the moment or the time zone is none. The list of letters is partly a guess. */
export function formatDate(number: Decimal, format: string, timeZone: string): string | null {
  const seconds = toSeconds(number);
  if (seconds === null) {
    return null;
  }
  const instant = new Date(seconds * 1000);
  const zone = timeZone === "system" ? systemTimeZone : timeZone;
  const parts = readClock(instant, zone);
  return parts && format.replaceAll(letters, (letter) => parts(letter));
}

function readClock(instant: Date, zone: string): ((letter: string) => string) | null {
  let day: string;
  let time: string;
  try {
    day = dayAt(instant, zone);
    time = timeAt(instant, zone);
  } catch (error) {
    // An unknown time zone.
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
  const [year = "", month = "", date = ""] = day.split("-");
  const [hour = "", minute = ""] = time.split(":");
  const half = Number(hour) % 12;
  const values: Readonly<Record<string, string>> = {
    Y: year,
    M: month,
    d: date,
    H: hour,
    h: String(half === 0 ? 12 : half).padStart(2, "0"),
    K: String(half).padStart(2, "0"),
    m: minute,
    s: String(instant.getUTCSeconds()).padStart(2, "0"),
    a: Number(hour) < 12 ? "AM" : "PM",
  };
  return (letter) => {
    const [first = ""] = letter;
    const value = values[first === "y" ? "Y" : first] ?? "";
    if (letter.length === 1 && first !== "a") {
      return String(Number(value));
    }
    return /^(?:YY|yy)$/u.test(letter) ? value.slice(-2) : value;
  };
}

/** An amount of yen with digits in threes; that the sign of a debt stands before the ¥ is a guess. */
export function formatYen(amount: Decimal, places: number): string {
  const rounded = roundToPlaces(amount, places, "HALF_UP");
  const [whole = "", fraction = ""] = printDecimal(rounded).replace("-", "").split(".");
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
  const shown = places > 0 ? `.${fraction.padEnd(places, "0")}` : "";
  return `${rounded.units < 0n ? "-" : ""}¥${grouped}${shown}`;
}
