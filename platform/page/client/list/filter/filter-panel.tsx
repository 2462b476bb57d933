import { type ReactElement, useEffect, useRef, useState } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { Icon } from "../../shell/icon.tsx";
import { translate } from "../../shell/translate.ts";
import { buildCondition } from "../condition/build-condition.ts";
import type { Condition, ConditionRow } from "../condition/condition.ts";
import { parseCondition } from "../condition/parse-condition.ts";
import { formatSort, type SortKey } from "../list-query.ts";
import { FilterRow } from "./filter-row.tsx";
import { type FilterField, isNumeric, listFilterFields, listOperators } from "./operators.ts";
import { readTypedNumber } from "./read-typed-number.ts";
import { listSortFields, SortRows } from "./sort-rows.tsx";

type Row = ConditionRow & { readonly key: number };

/** The panel in which people put a condition together; it starts with the one that is in force. */
export function FilterPanel({
  app,
  condition,
  sort,
  onApply,
  onClose,
}: {
  readonly app: BootstrapApp;
  readonly condition: string;
  readonly sort: readonly SortKey[];
  /** The condition and the text after `order by`. */
  readonly onApply: (condition: string, sort: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const fields = listFilterFields(app.settings.fields);
  const [start] = useState(() => readStart(condition, new Set(fields.map(({ field }) => field.code))));
  const [joiner, setJoiner] = useState<Condition["joiner"]>(start?.joiner ?? "and");
  const [rows, setRows] = useState<readonly Row[]>(() => listStartRows(start, fields));
  const [raw, setRaw] = useState<string | null>(start === null ? condition : null);
  const [keys, setKeys] = useState(sort);
  const nextKey = useRef(rows.length);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>(".kp-filter-field, textarea, button")?.focus(), []);
  useEffect(() => {
    const place = form.current;
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.isComposing) {
        onClose();
      }
    };
    place?.addEventListener("keydown", press);
    return () => place?.removeEventListener("keydown", press);
  }, [onClose]);

  const addRow = (): void => {
    setRows([...rows, ...listFirstRow(fields).map((row) => ({ ...row, key: nextKey.current++ }))]);
  };
  return (
    <form
      ref={form}
      className="kp-card kp-filter"
      aria-label={translate(listFilterMessages.title)}
      onSubmit={(event) => {
        event.preventDefault();
        // The box says what is wrong with it.
        const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
        if (wrong !== null) {
          wrong.focus();
          return;
        }
        onApply(
          raw ?? buildCondition({ joiner, rows: rows.filter(isComplete).map((row) => toPlainNumber(row, fields)) }),
          formatSort(keys),
        );
      }}
    >
      {raw === null ? (
        <>
          <select
            className="kp-input"
            aria-label={translate(listFilterMessages.joiner)}
            value={joiner}
            onChange={(event) => setJoiner(event.target.value === "or" ? "or" : "and")}
          >
            <option value="and">{translate(listFilterMessages.all)}</option>
            <option value="or">{translate(listFilterMessages.any)}</option>
          </select>
          {rows.length === 0 ? <p className="kp-muted">{translate(listFilterMessages.noRows)}</p> : null}
          {rows.map((row, index) => (
            <FilterRow
              key={row.key}
              number={index + 1}
              {...{ app, fields, row }}
              onChange={(changed) => setRows(rows.with(index, { ...changed, key: row.key }))}
              onRemove={() => setRows(rows.toSpliced(index, 1))}
            />
          ))}
          <button className="kp-button kp-button-quiet kp-filter-add" type="button" onClick={addRow}>
            <Icon name="add" />
            {translate(listFilterMessages.addRow)}
          </button>
        </>
      ) : (
        <RawCondition text={raw} onChange={setRaw} onRebuild={() => setRaw(null)} />
      )}
      <SortRows fields={listSortFields(app.settings.fields)} keys={keys} onChange={setKeys} />
      <div className="kp-filter-foot">
        <button className="kp-button kp-button-primary" type="submit">
          {translate(listFilterMessages.apply)}
        </button>
        <button className="kp-button" type="button" onClick={onClose}>
          {translate(listFilterMessages.cancel)}
        </button>
      </div>
    </form>
  );
}

function RawCondition({
  text,
  onChange,
  onRebuild,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRebuild: () => void;
}): ReactElement {
  return (
    <div>
      <label className="kp-label" htmlFor="kp-filter-raw">
        {translate(listFilterMessages.raw)}
      </label>
      <p className="kp-muted" id="kp-filter-raw-help">
        {translate(listFilterMessages.rawHelp)}
      </p>
      <textarea
        className="kp-input kp-code"
        id="kp-filter-raw"
        rows={3}
        aria-describedby="kp-filter-raw-help"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <button className="kp-button kp-button-quiet" type="button" onClick={onRebuild}>
        {translate(listFilterMessages.rebuild)}
      </button>
    </div>
  );
}

/** `null` when the condition cannot be shown as lines, or names a field that the panel does not offer. */
function readStart(condition: string, codes: ReadonlySet<string>): Condition | null {
  const parsed = parseCondition(condition);
  return parsed?.rows.every((row) => codes.has(row.code)) === true ? parsed : null;
}

/** The lines of the condition in force; one to begin with when there is none. */
function listStartRows(start: Condition | null, fields: readonly FilterField[]): Row[] {
  const rows = start === null || start.rows.length > 0 ? (start?.rows ?? []) : listFirstRow(fields);
  return rows.map((row, key) => ({ ...row, key }));
}

function listFirstRow(fields: readonly FilterField[]): ConditionRow[] {
  return fields
    .slice(0, 1)
    .map((first) => ({ code: first.field.code, operator: listOperators(first)[0] ?? "=", values: [] }));
}

/** A line that asks nothing yet is left out; an empty box after `=` asks for what was not entered. */
function isComplete({ operator, values }: ConditionRow): boolean {
  const free = operator === "=" || operator === "!=" || operator.startsWith("is ");
  return free || values.some(({ text }) => operator === "in" || operator === "not in" || text !== "");
}

/** Enter sends a box that has not been left yet: what it holds may still be in full-width digits. */
function toPlainNumber(row: ConditionRow, fields: readonly FilterField[]): ConditionRow {
  const chosen = fields.find(({ field }) => field.code === row.code);
  if (chosen === undefined || !isNumeric(chosen.field)) {
    return row;
  }
  const values = row.values.map((value) => ({ ...value, text: readTypedNumber(value.text) ?? value.text }));
  return { ...row, values };
}
