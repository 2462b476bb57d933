/** Functions that stand for a day or a span, and what they take in their parentheses (fact sheet §6.3). */
const dayFunctions = {
  TODAY: "nothing",
  YESTERDAY: "nothing",
  TOMORROW: "nothing",
  FROM_TODAY: "distance",
  THIS_WEEK: "weekday",
  LAST_WEEK: "weekday",
  NEXT_WEEK: "weekday",
  THIS_MONTH: "monthDay",
  LAST_MONTH: "monthDay",
  NEXT_MONTH: "monthDay",
  THIS_YEAR: "nothing",
  LAST_YEAR: "nothing",
  NEXT_YEAR: "nothing",
  NOW: "nothing",
} as const;

export type DayFunctionName = keyof typeof dayFunctions;

export const weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"] as const;
export const distanceUnits = ["DAYS", "WEEKS", "MONTHS", "YEARS"] as const;

/** What the panel asks for besides the function itself. */
export function argumentOf(name: DayFunctionName): "nothing" | "distance" | "weekday" | "monthDay" {
  return dayFunctions[name];
}

export type DayFunction = { readonly name: DayFunctionName; readonly args: readonly string[] };

/** A function as a condition carries it, `FROM_TODAY(-3, DAYS)`; `null` for one that this panel does not know. */
export function parseDayFunction(text: string): DayFunction | null {
  const [, name = "", inside = ""] = /^(\w+)\((.*)\)$/su.exec(text) ?? [];
  const known = allNames.find((item) => item === name.toUpperCase());
  const args = inside.trim() === "" ? [] : inside.split(",").map((arg) => arg.trim().toUpperCase());
  return known !== undefined && takes(known, args) ? { name: known, args } : null;
}

/** The text of a function for a condition. */
export function formatDayFunction({ name, args }: DayFunction): string {
  return `${name}(${args.join(", ")})`;
}

/** A function as it is first chosen. */
export function startDayFunction(name: DayFunctionName): DayFunction {
  return { name, args: dayFunctions[name] === "distance" ? ["1", "DAYS"] : [] };
}

/** The functions for a field: the present moment is offered where values are moments. */
export function listDayFunctions(isMoment: boolean): DayFunctionName[] {
  return allNames.filter((name) => isMoment || name !== "NOW");
}

const allNames = [
  "TODAY",
  "YESTERDAY",
  "TOMORROW",
  "FROM_TODAY",
  "THIS_WEEK",
  "LAST_WEEK",
  "NEXT_WEEK",
  "THIS_MONTH",
  "LAST_MONTH",
  "NEXT_MONTH",
  "THIS_YEAR",
  "LAST_YEAR",
  "NEXT_YEAR",
  "NOW",
] as const satisfies readonly DayFunctionName[];

function takes(name: DayFunctionName, args: readonly string[]): boolean {
  const [first = "", second = ""] = args;
  switch (dayFunctions[name]) {
    case "distance":
      return args.length === 2 && /^-?\d*$/u.test(first) && distanceUnits.some((unit) => unit === second);
    case "weekday":
      return args.length === 0 || (args.length === 1 && weekdays.some((day) => day === first));
    case "monthDay":
      return args.length === 0 || (args.length === 1 && (first === "LAST" || isMonthDay(first)));
    case "nothing":
    default:
      return args.length === 0;
  }
}

function isMonthDay(text: string): boolean {
  return /^\d{1,2}$/u.test(text) && Number(text) >= 1 && Number(text) <= 31;
}
