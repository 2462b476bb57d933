import type { StoredField } from "../../../store/app-settings.ts";
import { readFlag, readSetting } from "./field-settings.ts";
import { readFiles, readPrincipals, readText, readTexts } from "./read-value.ts";

/** A value as one line of plain text, `""` when it is empty. Instants are shown in `timeZone`. */
export function formatValue(field: StoredField, value: unknown, timeZone?: string): string {
  switch (field.type) {
    case "NUMBER":
      return withUnit(field, formatNumber(readText(value), field));
    case "CALC":
      return formatCalc(field, readText(value), timeZone);
    case "DATE":
      return readText(value).replaceAll("-", "/");
    case "DATETIME":
    case "CREATED_TIME":
    case "UPDATED_TIME":
      return formatInstant(readText(value), timeZone);
    case "CHECK_BOX":
    case "MULTI_SELECT":
    case "CATEGORY":
      return readTexts(value).join("、");
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
    case "CREATOR":
    case "MODIFIER":
    case "STATUS_ASSIGNEE":
      return readPrincipals(value)
        .map((principal) => principal.name)
        .join("、");
    case "FILE":
      return readFiles(value)
        .map((file) => file.name)
        .join("、");
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

function formatNumber(number: string, field: StoredField): string {
  return readFlag(field, "digit") ? groupDigits(number) : number;
}

function withUnit(field: StoredField, number: string): string {
  const unit = readSetting(field, "unit");
  if (number === "" || unit === "") {
    return number;
  }
  return readSetting(field, "unitPosition") === "BEFORE" ? `${unit} ${number}` : `${number} ${unit}`;
}

function formatCalc(field: StoredField, value: string, timeZone: string | undefined): string {
  switch (readSetting(field, "format")) {
    case "DATE":
      return value.replaceAll("-", "/");
    case "DATETIME":
      return formatInstant(value, timeZone);
    case "NUMBER_DIGIT":
      return withUnit(field, groupDigits(value));
    default:
      return withUnit(field, value);
  }
}

function formatInstant(value: string, timeZone: string | undefined): string {
  const instant = new Date(value);
  if (value === "" || Number.isNaN(instant.getTime())) {
    return value;
  }
  return new Intl.DateTimeFormat("ja-JP", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(instant);
}
