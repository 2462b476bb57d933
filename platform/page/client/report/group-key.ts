import type { StoredField } from "../../../store/app-settings.ts";
import type { GroupPer } from "../../../store/report-settings.ts";
import { readPrincipals, readText, readTexts } from "../field/read-value.ts";
import { toWallClock } from "../field/zoned-time.ts";

const instantTypes = new Set(["DATETIME", "CREATED_TIME", "UPDATED_TIME"]);
const principalTypes = new Set([
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "CREATOR",
  "MODIFIER",
  "STATUS_ASSIGNEE",
]);

/** The groups a value belongs to, `""` for an empty one: a value with several entries counts in each of them. */
export function groupKeys(
  field: StoredField,
  value: unknown,
  { per, timeZone }: { readonly per: GroupPer | undefined; readonly timeZone: string },
): readonly string[] {
  if (principalTypes.has(field.type)) {
    return orEmpty(readPrincipals(value).map(({ name }) => name));
  }
  if (Array.isArray(value)) {
    return orEmpty(readTexts(value));
  }
  const text = readText(value);
  if (per === undefined || text === "") {
    return [text];
  }
  if (field.type === "TIME") {
    return [per === "HOUR" ? `${text.slice(0, 2)}:00` : text];
  }
  const clock = instantTypes.has(field.type) ? toWallClock(text, timeZone) : { date: text, time: "" };
  return [toPeriod(clock.date, clock.time, per)];
}

function orEmpty(keys: readonly string[]): readonly string[] {
  return keys.length === 0 ? [""] : keys;
}

/** The name of a period; as text these sort by time. */
function toPeriod(date: string, time: string, per: GroupPer): string {
  switch (per) {
    case "YEAR":
      return date.slice(0, 4);
    case "QUARTER":
      return `${date.slice(0, 4)} Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    case "MONTH":
      return date.slice(0, 7);
    case "WEEK":
      return `${startOfWeek(date)} –`;
    case "DAY":
      return date;
    case "HOUR":
      return `${date} ${time.slice(0, 2)}:00`;
    case "MINUTE":
      break;
  }
  return `${date} ${time}`;
}

/** The Sunday of a day's week. */
function startOfWeek(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) {
    return date;
  }
  day.setUTCDate(day.getUTCDate() - day.getUTCDay());
  return day.toISOString().slice(0, 10);
}
