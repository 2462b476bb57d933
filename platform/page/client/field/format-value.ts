import { roundToPlaces } from "../../../formula/arithmetic.ts";
import { readDuration } from "../../../query/read-duration.ts";
import { parseDecimal, printDecimal, type Decimal } from "../../../record/decimal.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { pageLanguage, pageState } from "../kintone/page-state.ts";
import { formatClock } from "../shell/format-clock.ts";
import { readFlag, readSetting } from "./field-settings.ts";
import { readFiles, readPrincipals, readText, readTexts } from "./read-value.ts";
import { joinWords } from "../shell/join-words.ts";

/** A value as one line of plain text, `""` when it is empty. Instants are shown in the reader's time zone. */
export function formatValue(
  field: StoredField,
  value: unknown,
  timeZone: string | undefined = pageState.bootstrap?.loginUser.timezone,
): string {
  switch (field.type) {
    case "NUMBER":
      return withUnit(field, formatNumber(readText(value), field, readFlag(field, "digit")));
    case "CALC":
      return formatCalc(field, readText(value), timeZone);
    case "DATE":
      return readText(value).replaceAll("-", "/");
    case "DATETIME":
    case "CREATED_TIME":
    case "UPDATED_TIME":
      return formatInstant(readText(value), timeZone);
    case "TIME":
      return formatClock(readText(value));
    case "CHECK_BOX":
    case "MULTI_SELECT":
    case "CATEGORY":
      return joinWords(readTexts(value));
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
    case "CREATOR":
    case "MODIFIER":
    case "STATUS_ASSIGNEE":
      return joinWords(readPrincipals(value).map((principal) => principal.name));
    case "FILE":
      return joinWords(readFiles(value).map((file) => file.name));
    default:
      return readText(value);
  }
}

/** A file size people can read. */
export function formatSize(bytes: string): string {
  const size = Number(bytes);
  if (!Number.isFinite(size) || size < 1024) {
    return `${Number.isFinite(size) ? size : 0} B`;
  }
  return size < 1024 * 1024 ? `${Math.round(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

/** Groups the digits of a decimal string without going through a float: kintone numbers have up to 30 digits. */
export function groupDigits(number: string): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/u.exec(number);
  return parts === null
    ? number
    : `${parts[1] ?? ""}${(parts[2] ?? "").replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")}${parts[3] ?? ""}`;
}

/** As many places as the field shows; that halves go to the even neighbour is kintone's initial setting for rounding. */
function formatNumber(number: string, field: StoredField, isGrouped: boolean): string {
  const places = readSetting(field, "displayScale");
  const decimal = places === "" ? null : parseDecimal(number);
  const shown = decimal === null ? number : withPlaces(decimal, Number(places));
  return isGrouped ? groupDigits(shown) : shown;
}

function withPlaces(decimal: Decimal, places: number): string {
  const [whole = "", fraction = ""] = printDecimal(roundToPlaces(decimal, places, "HALF_EVEN")).split(".");
  return places > 0 ? `${whole}.${fraction.padEnd(places, "0")}` : whole;
}

function withUnit(field: StoredField, number: string): string {
  const unit = readSetting(field, "unit");
  if (number === "" || unit === "") {
    return number;
  }
  return readSetting(field, "unitPosition") === "BEFORE" ? `${unit} ${number}` : `${number} ${unit}`;
}

function formatCalc(field: StoredField, value: string, timeZone: string | undefined): string {
  const format = readSetting(field, "format");
  switch (format) {
    case "DATE":
      return value.replaceAll("-", "/");
    case "DATETIME":
      return formatInstant(value, timeZone);
    case "TIME":
      return formatClock(value);
    case "HOUR_MINUTE":
    case "DAY_HOUR_MINUTE":
      return formatDuration(value, { withDays: format === "DAY_HOUR_MINUTE" });
    default:
      return withUnit(field, formatNumber(value, field, format === "NUMBER_DIGIT"));
  }
}

/** `25:01` as kintone shows it: 25時間1分, or with days 1日1時間1分. */
function formatDuration(value: string, { withDays }: { readonly withDays: boolean }): string {
  const minutes = readDuration(value);
  if (minutes === null) {
    return value;
  }
  const size = Math.abs(minutes);
  const hours = Math.floor(size / 60);
  const parts = [
    ...(withDays ? [countOf(Math.floor(hours / 24), "day", "日")] : []),
    countOf(withDays ? hours % 24 : hours, "hour", "時間"),
    countOf(size % 60, "minute", "分"),
  ];
  return `${minutes < 0 ? "-" : ""}${parts.join(pageLanguage() === "ja" ? "" : " ")}`;
}

function countOf(count: number, unit: "day" | "hour" | "minute", ja: string): string {
  return pageLanguage() === "ja"
    ? `${count}${ja}`
    : new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long", useGrouping: false }).format(count);
}

function formatInstant(value: string, timeZone: string | undefined): string {
  const instant = new Date(value);
  if (value === "" || Number.isNaN(instant.getTime())) {
    return value;
  }
  return momentFormat(timeZone)
    .format(instant)
    .replace(/\d\d:\d\d$/u, formatClock);
}

const momentFormats = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one costs more than using it a hundred times. */
function momentFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = momentFormats.get(timeZone ?? "");
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.DateTimeFormat("ja-JP", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  momentFormats.set(timeZone ?? "", made);
  return made;
}
