import type { ReactElement } from "react";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { translate } from "../../shell/translate.ts";
import { argumentOf, type DayFunction, distanceUnits, weekdays } from "./day-function.ts";
import { readTypedNumber } from "./read-typed-number.ts";

/** What a function of days still needs to know: how far, which weekday, which day of the month. */
export function DayArguments({
  chosen,
  number,
  onChange,
}: {
  readonly chosen: DayFunction;
  /** Of the condition, counted from 1. */
  readonly number: number;
  readonly onChange: (chosen: DayFunction) => void;
}): ReactElement | null {
  const label = translate(listFilterMessages.value, { number });
  const [first = ""] = chosen.args;
  const setOnly = (arg: string): void => onChange({ ...chosen, args: arg === "" ? [] : [arg] });
  switch (argumentOf(chosen.name)) {
    case "distance":
      return <Distance {...{ chosen, number, onChange }} />;
    case "weekday":
      return (
        <select className="kp-input" aria-label={label} value={first} onChange={({ target }) => setOnly(target.value)}>
          <option value="">{translate(listFilterMessages.wholeWeek)}</option>
          {weekdays.map((day) => (
            <option key={day} value={day}>
              {translate(listFilterMessages[day])}
            </option>
          ))}
        </select>
      );
    case "monthDay":
      return (
        <select className="kp-input" aria-label={label} value={first} onChange={({ target }) => setOnly(target.value)}>
          <option value="">{translate(listFilterMessages.wholeMonth)}</option>
          {Array.from({ length: 31 }, (_, index) => String(index + 1)).map((day) => (
            <option key={day} value={day}>
              {translate(listFilterMessages.monthDay, { day })}
            </option>
          ))}
          <option value="LAST">{translate(listFilterMessages.lastDay)}</option>
        </select>
      );
    case "nothing":
    default:
      return null;
  }
}

function Distance({
  chosen,
  number,
  onChange,
}: {
  readonly chosen: DayFunction;
  readonly number: number;
  readonly onChange: (chosen: DayFunction) => void;
}): ReactElement {
  const [count = "", unit = "DAYS"] = chosen.args;
  const isBefore = count.startsWith("-");
  const size = count.replace("-", "");
  const write = (next: { size?: string; unit?: string; isBefore?: boolean }): void => {
    const sign = (next.isBefore ?? isBefore) ? "-" : "";
    onChange({ ...chosen, args: [`${sign}${next.size ?? size}`, next.unit ?? unit] });
  };
  return (
    <>
      <input
        className="kp-input kp-filter-count"
        type="text"
        inputMode="numeric"
        maxLength={5}
        aria-label={translate(listFilterMessages.distance, { number })}
        aria-invalid={size === "" || undefined}
        value={size}
        // Full-width digits are digits too.
        onChange={({ target }) => write({ size: (readTypedNumber(target.value) ?? "").replaceAll(/\D/gu, "") })}
      />
      <select
        className="kp-input"
        aria-label={translate(listFilterMessages.unit, { number })}
        value={unit}
        onChange={({ target }) => write({ unit: target.value })}
      >
        {distanceUnits.map((item) => (
          <option key={item} value={item}>
            {translate(listFilterMessages[item])}
          </option>
        ))}
      </select>
      <select
        className="kp-input"
        aria-label={translate(listFilterMessages.direction, { number })}
        value={isBefore ? "before" : "after"}
        onChange={({ target }) => write({ isBefore: target.value === "before" })}
      >
        <option value="after">{translate(listFilterMessages.after)}</option>
        <option value="before">{translate(listFilterMessages.before)}</option>
      </select>
    </>
  );
}
