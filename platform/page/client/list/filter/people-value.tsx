import { type ReactElement, useState } from "react";
import { createPortal } from "react-dom";
import { loadPrincipals, type PrincipalType } from "../../field/load-principals.ts";
import { PrincipalPicker } from "../../field/principal-picker.tsx";
import { useLoaded } from "../../field/use-loaded.ts";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { Icon } from "../../shell/icon.tsx";
import { translate } from "../../shell/translate.ts";
import type { ConditionValue } from "../condition/condition.ts";
import type { FilterValueProps } from "./filter-value.tsx";

/** Users, groups or organizations: oneself by a box, others chosen by name. */
export function PeopleValue({ field, row, number, onChange }: Omit<FilterValueProps, "app">): ReactElement {
  const type = toPrincipalType(field.type);
  const [choosing, setChoosing] = useState(false);
  const known = useLoaded(() => loadPrincipals(type), type);
  const names = new Map((known.value ?? []).map(({ code, name }) => [code, name]));
  const self = ownFunction(type);
  const others = row.values.filter(({ kind }) => kind === "text");
  const own = row.values.filter(({ kind }) => kind === "function");
  const title = translate(listFilterMessages[titles[type]]);
  const put = (values: readonly ConditionValue[]): void => onChange({ ...row, values: [...values] });
  const chosen = others.map(({ text }) => ({ code: text, name: names.get(text) ?? text }));
  return (
    <fieldset className="kp-filter-people">
      <legend className="kp-visually-hidden">{translate(listFilterMessages.value, { number })}</legend>
      {self === null ? null : (
        <label className="kp-filter-choice">
          <input
            type="checkbox"
            checked={own.length > 0}
            onChange={() => put(own.length > 0 ? others : [{ kind: "function", text: self.call }, ...others])}
          />
          {translate(listFilterMessages[self.name])}
        </label>
      )}
      {chosen.map(({ code, name }) => (
        <span key={code} className="kp-tag kp-filter-person">
          {name}
          <button
            type="button"
            aria-label={translate(listFilterMessages.removePerson, { name })}
            onClick={() => put([...own, ...others.filter(({ text }) => text !== code)])}
          >
            <Icon name="cancel" />
          </button>
        </span>
      ))}
      <button className="kp-button" type="button" onClick={() => setChoosing(true)}>
        {title}
      </button>
      {choosing
        ? // Outside of the filter: its Esc and Enter are not the dialog's.
          createPortal(
            <PrincipalPicker
              {...{ type, title, chosen }}
              onClose={() => setChoosing(false)}
              onChoose={(next) => {
                put([...own, ...next.map(({ code }): ConditionValue => ({ kind: "text", text: code }))]);
                setChoosing(false);
              }}
            />,
            document.body,
          )
        : null}
    </fieldset>
  );
}

const titles = {
  USER_SELECT: "chooseUsers",
  ORGANIZATION_SELECT: "chooseOrganizations",
  GROUP_SELECT: "chooseGroups",
} as const;

function toPrincipalType(type: string): PrincipalType {
  return type === "ORGANIZATION_SELECT" || type === "GROUP_SELECT" ? type : "USER_SELECT";
}

function ownFunction(type: PrincipalType): { call: string; name: "myself" | "myOrganization" } | null {
  if (type === "ORGANIZATION_SELECT") {
    return { call: "PRIMARY_ORGANIZATION()", name: "myOrganization" };
  }
  return type === "USER_SELECT" ? { call: "LOGINUSER()", name: "myself" } : null;
}
