import { type ReactElement, useEffect, useRef, useState } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import { listFilterMessages } from "../../messages/list-filter-messages.ts";
import { Icon } from "../../shell/icon.tsx";
import { translate } from "../../shell/translate.ts";
import { buildCondition } from "../condition/build-condition.ts";
import type { Condition, ConditionRow } from "../condition/condition.ts";
import { parseCondition } from "../condition/parse-condition.ts";
import { FilterRow } from "./filter-row.tsx";
import { listFilterFields, listOperators } from "./operators.ts";

type Row = ConditionRow & { readonly key: number };

/** The panel in which people put a condition together; it starts with the one that is in force. */
export function FilterPanel({
  app,
  condition,
  onApply,
  onClose,
}: {
  readonly app: BootstrapApp;
  readonly condition: string;
  readonly onApply: (condition: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const fields = listFilterFields(app.settings.fields);
  const [start] = useState(() => readStart(condition, new Set(fields.map(({ field }) => field.code))));
  const [joiner, setJoiner] = useState<Condition["joiner"]>(start?.joiner ?? "and");
  const [rows, setRows] = useState<readonly Row[]>(() => (start?.rows ?? []).map((row, key) => ({ ...row, key })));
  const [raw, setRaw] = useState<string | null>(start === null ? condition : null);
  const nextKey = useRef(rows.length);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, textarea, button")?.focus(), []);
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
    const first = fields[0];
    if (first !== undefined) {
      const operator = listOperators(first)[0] ?? "=";
      setRows([...rows, { key: nextKey.current++, code: first.field.code, operator, values: [] }]);
    }
  };
  return (
    <form
      ref={form}
      className="kp-card kp-filter"
      aria-label={translate(listFilterMessages.title)}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(raw ?? buildCondition({ joiner, rows: rows.filter(isComplete) }));
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

/** A choice without any box ticked asks nothing. */
function isComplete(row: ConditionRow): boolean {
  return (row.operator !== "in" && row.operator !== "not in") || row.values.length > 0;
}
