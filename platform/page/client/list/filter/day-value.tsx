import type { ReactElement } from "react";
import type { StoredField } from "../../../../store/app-settings.ts";
import { fromWallClock, toWallClock } from "../../field/zoned-time.ts";
import { pageState } from "../../kintone/page-state.ts";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { translate } from "../../shell/translate.ts";
import type { FilterValueProps } from "./filter-value.tsx";
import type { ConditionValue } from "../condition/condition.ts";
import { DayArguments } from "./day-arguments.tsx";
import { formatDayFunction, listDayFunctions, parseDayFunction, startDayFunction } from "./day-function.ts";

const fixed = "date";

/** A day: one of the calendar, or one that moves with today. */
export function DayValue({ field, row, number, onChange }: Omit<FilterValueProps, "app">): ReactElement {
  const value = row.values[0] ?? { kind: "text", text: "" };
  const chosen = value.kind === "function" ? parseDayFunction(value.text) : null;
  const label = translate(listFilterMessages.value, { number });
  const isMoment = !isDate(field);
  const names = listDayFunctions(isMoment);
  const choose = (text: string): void => {
    const name = names.find((item) => item === text);
    const next: ConditionValue =
      name === undefined
        ? { kind: "text", text: "" }
        : { kind: "function", text: formatDayFunction(startDayFunction(name)) };
    onChange({ ...row, values: [next] });
  };
  return (
    <span className="kp-filter-day">
      <select
        className="kp-input"
        aria-label={label}
        value={value.kind === "function" ? (chosen?.name ?? value.text) : fixed}
        onChange={({ target }) => choose(target.value)}
      >
        <option value={fixed}>{translate(listFilterMessages.pickDate)}</option>
        {value.kind === "function" && chosen === null ? <option value={value.text}>{value.text}</option> : null}
        {names.map((name) => (
          <option key={name} value={name}>
            {translate(listFilterMessages[name])}
          </option>
        ))}
      </select>
      {chosen === null ? null : (
        <DayArguments
          {...{ chosen, number }}
          onChange={(next) => onChange({ ...row, values: [{ kind: "function", text: formatDayFunction(next) }] })}
        />
      )}
      {value.kind === "function" ? null : (
        <input
          className="kp-input"
          type={isMoment ? "datetime-local" : "date"}
          aria-label={label}
          value={isMoment ? toLocalMoment(value.text) : value.text}
          onChange={({ target }) =>
            onChange({ ...row, values: [{ kind: "text", text: isMoment ? toUtc(target.value) : target.value }] })
          }
        />
      )}
    </span>
  );
}

function isDate({ type, property }: StoredField): boolean {
  return type === "DATE" || (type === "CALC" && property["format"] === "DATE");
}

/** kintone's queries carry moments as `2026-04-01T00:00:00Z`; the box shows them on the reader's own clock. */
function toUtc(local: string): string {
  const [date = "", time = ""] = local.split("T");
  return fromWallClock({ date, time }, readTimezone());
}

function toLocalMoment(utc: string): string {
  const { date, time } = toWallClock(utc, readTimezone());
  return date === "" ? "" : `${date}T${time}`;
}

function readTimezone(): string {
  return pageState.bootstrap?.loginUser.timezone ?? "Asia/Tokyo";
}
