import { type ReactElement, useState } from "react";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { translate } from "../../shell/translate.ts";
import type { ConditionValue } from "../condition/condition.ts";
import type { FilterValueProps } from "./filter-value.tsx";

/** Users, groups or organizations: oneself by a box, others by their codes; of other types the values themselves. */
export function CodeValues({ field, row, number, onChange }: Omit<FilterValueProps, "app">): ReactElement {
  const self = ownFunction(field.type);
  const [text, setText] = useState(
    row.values
      .filter(({ kind }) => kind === "text")
      .map((value) => value.text)
      .join(", "),
  );
  const hasSelf = row.values.some(({ kind }) => kind === "function");
  const update = (codes: string, own: boolean): void => {
    const values = codes
      .split(/[,、，]/u)
      .map((code) => code.trim())
      .filter((code) => code !== "")
      .map((code): ConditionValue => ({ kind: "text", text: code }));
    onChange({ ...row, values: own && self !== null ? [{ kind: "function", text: self.call }, ...values] : values });
  };
  return (
    <span className="kp-filter-codes">
      {self === null ? null : (
        <label className="kp-filter-choice">
          <input type="checkbox" checked={hasSelf} onChange={() => update(text, !hasSelf)} />
          {translate(listFilterMessages[self.name])}
        </label>
      )}
      <input
        className="kp-input"
        type="text"
        aria-label={translate(listFilterMessages.value, { number })}
        placeholder={translate(people.has(field.type) ? listFilterMessages.codes : listFilterMessages.several)}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          update(target.value, hasSelf);
        }}
      />
    </span>
  );
}

const users = new Set(["USER_SELECT", "CREATOR", "MODIFIER", "STATUS_ASSIGNEE"]);
const people = new Set([...users, "ORGANIZATION_SELECT", "GROUP_SELECT"]);

function ownFunction(type: string): { call: string; name: "myself" | "myOrganization" } | null {
  if (type === "ORGANIZATION_SELECT") {
    return { call: "PRIMARY_ORGANIZATION()", name: "myOrganization" };
  }
  return users.has(type) ? { call: "LOGINUSER()", name: "myself" } : null;
}
