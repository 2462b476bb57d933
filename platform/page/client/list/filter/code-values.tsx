import { type ReactElement, useState } from "react";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { translate } from "../../shell/translate.ts";
import type { ConditionValue } from "../condition/condition.ts";
import type { FilterValueProps } from "./filter-value.tsx";

/** Several texts or numbers in one box. */
export function CodeValues({ row, number, onChange }: Omit<FilterValueProps, "app">): ReactElement {
  const [text, setText] = useState(row.values.map((value) => value.text).join(", "));
  return (
    <input
      className="kp-input"
      type="text"
      aria-label={translate(listFilterMessages.value, { number })}
      placeholder={translate(listFilterMessages.several)}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        const values = target.value
          .split(/[,、，]/u)
          .map((one) => one.trim())
          .filter((one) => one !== "")
          .map((one): ConditionValue => ({ kind: "text", text: one }));
        onChange({ ...row, values });
      }}
    />
  );
}
