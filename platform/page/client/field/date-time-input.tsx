import type { ReactElement } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { formatMessage } from "../../message.ts";
import { pageLanguage, pageState } from "../kintone/page-state.ts";
import type { FieldInputProps } from "./field-input-props.ts";
import { fieldLabel } from "./field-settings.ts";
import { groupAttributes, inputAttributes } from "./input-attributes.ts";
import { readText } from "./read-value.ts";
import { fromWallClock, toWallClock } from "./zoned-time.ts";

/** A date, a time, or both in the user's time zone. The browser's own pickers work by keyboard and by touch. */
export function DateTimeInput(props: FieldInputProps): ReactElement {
  const value = readText(props.value);
  if (props.field.type === "DATETIME") {
    return <InstantInput {...props} value={value} />;
  }
  const isDate = props.field.type === "DATE";
  return (
    <input
      {...inputAttributes(props)}
      className={`kp-input kp-input-short ${isDate ? "input-date-text-cybozu" : "input-time-text-cybozu"}`}
      type={isDate ? "date" : "time"}
      // Without a limit browsers take six digits for the year.
      max={isDate ? "9999-12-31" : undefined}
      value={value}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => props.onCommit?.(value)}
    />
  );
}

function InstantInput(props: FieldInputProps & { readonly value: string }): ReactElement {
  const timeZone = pageState.bootstrap?.loginUser.timezone || "Asia/Tokyo";
  const clock = toWallClock(props.value, timeZone);
  const name = props.label ?? fieldLabel(props.field);
  const change = (next: { date?: string; time?: string }): void =>
    props.onChange(fromWallClock({ ...clock, ...next }, timeZone));
  const shared = { disabled: props.disabled === true, onBlur: () => props.onCommit?.(props.value) };
  const { id, ...group } = groupAttributes(props);
  return (
    <fieldset {...group} className="kp-instant">
      <input
        {...inputAttributes(props)}
        {...shared}
        id={id}
        aria-label={`${name} ${formatMessage(fieldMessages.date, pageLanguage())}`}
        className="kp-input kp-input-short input-date-text-cybozu"
        type="date"
        max="9999-12-31"
        value={clock.date}
        onChange={(event) => change({ date: event.target.value })}
      />
      <input
        {...shared}
        aria-label={`${name} ${formatMessage(fieldMessages.time, pageLanguage())}`}
        className="kp-input kp-input-short input-time-text-cybozu"
        type="time"
        value={clock.time}
        onChange={(event) => change({ time: event.target.value })}
      />
    </fieldset>
  );
}
