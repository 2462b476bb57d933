import { type ReactElement, useId } from "react";
import type { Category } from "../../../store/category-settings.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel } from "../field/field-settings.ts";
import { readTexts } from "../field/read-value.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { joinWords } from "../shell/join-words.ts";
import { translate } from "../shell/translate.ts";
import { FieldBox } from "./field-box.tsx";
import type { FormParts } from "./form-parts.ts";
import { useObservable } from "./use-observable.ts";

type Choice = {
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
};

/** The categories of a record, above its form: the tree opens from what is chosen. */
export function CategoryInput({
  field,
  tree,
  parts,
}: {
  readonly field: StoredField;
  readonly tree: readonly Category[];
  readonly parts: FormParts;
}): ReactElement {
  const { store, appearance } = parts;
  const { record, busy } = useObservable(store.state);
  const labelId = useId();
  const chosen = readTexts(record.values[field.code]);
  const words = chosen.length === 0 ? translate(recordMessages.noCategory) : joinWords(chosen);
  return (
    <div className="kp-row kp-category-row">
      <FieldBox field={field} appearance={appearance} editing labelId={labelId}>
        <details className="kp-category-input">
          <summary className="kp-button" aria-label={`${fieldLabel(field)}: ${words}`}>
            {words}
          </summary>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
          <div role="group" className="kp-card kp-category-choices" aria-labelledby={labelId}>
            <CategoryChoices
              tree={tree}
              chosen={chosen}
              disabled={busy || field.locked === true}
              onChange={(next) => store.edit({ code: field.code }, next)}
            />
          </div>
        </details>
      </FieldBox>
    </div>
  );
}

function CategoryChoices({ tree, ...choice }: Choice & { readonly tree: readonly Category[] }): ReactElement {
  const { chosen, disabled, onChange } = choice;
  return (
    <ul>
      {tree.map(({ id, name, children }) => (
        <li key={id}>
          <label className="kp-choice">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              disabled={disabled}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, name] : chosen.filter((other) => other !== name))
              }
            />
            <span>{name}</span>
          </label>
          {children.length === 0 ? null : <CategoryChoices tree={children} {...choice} />}
        </li>
      ))}
    </ul>
  );
}
