import { useDeferredValue, useMemo, useState } from "react";
import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { addFiscalYears, fiscalYearOf } from "../../../domain/fiscal-year.ts";
import { loadViewMemory, saveViewMemory } from "../data/view-memory.ts";
import { type Filters, noFilters } from "../model/filters.ts";
import { type Period, findPeriod } from "../model/period.ts";
import type { PlanStore } from "../model/plan-store.ts";
import { type Row, buildRows } from "../model/rows.ts";
import type { Zoom } from "../model/zoom.ts";

export type View = {
  readonly whole: Period;
  readonly period: Period;
  readonly zoom: Zoom;
  readonly filters: Filters;
  readonly closed: ReadonlySet<string>;
  readonly rows: readonly Row[];
  readonly setPeriod: (period: Period) => void;
  readonly setZoom: (zoom: Zoom) => void;
  readonly setFilters: (filters: Filters) => void;
  readonly setClosed: (closed: ReadonlySet<string>) => void;
  readonly toggle: (key: string) => void;
};

/** What is shown: period and scale (remembered), filters and closed rows (not remembered: a hidden row is a lost row). */
export function useView(store: PlanStore, today: CalendarDate, app: string): View {
  const whole = useMemo(() => findPeriod(store.data(), today), [store, today]);
  const [memory, setMemory] = useState(() => loadViewMemory(app));
  const [filters, setFilters] = useState(noFilters);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const period = useMemo(() => choosePeriod(whole, today, memory), [whole, today, memory]);
  const wanted = useDeferredValue(filters);
  const rows = useMemo(
    () => buildRows(store.data(), { filters: wanted, closed, today }),
    [store, wanted, closed, today],
  );
  const remember = (change: Partial<typeof memory>): void => {
    const next = { ...memory, ...change };
    setMemory(next);
    saveViewMemory(app, next);
  };
  return {
    whole,
    period,
    zoom: memory.zoom ?? "year",
    filters,
    closed,
    rows,
    setPeriod: ({ from, to }) => remember({ from, to }),
    setZoom: (zoom) => remember({ zoom }),
    setFilters,
    setClosed,
    toggle: (key) => setClosed((known) => withToggled(known, key)),
  };
}

function withToggled(closed: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(closed);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}

/** The remembered years where they still exist; else last year to three years ahead. */
function choosePeriod(whole: Period, today: CalendarDate, memory: Nullable<Period>): Period {
  const present = fiscalYearOf(today);
  const from = memory.from ?? addFiscalYears(present, -1);
  const to = memory.to ?? addFiscalYears(present, 3);
  return from < whole.from || to > whole.to || from > to
    ? { from: addFiscalYears(present, -1), to: addFiscalYears(present, 3) }
    : { from, to };
}

type Nullable<Type> = { [Key in keyof Type]: Type[Key] | null };
