import { useCallback, useMemo, useState } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import type { FormRecord } from "../../record/form-record.ts";
import { describeProblem, type Problem } from "../../shell/describe-problem.ts";
import type { ListQuery } from "../list-query.ts";
import type { ListView } from "../list-view.ts";
import { fetchRecordPage, type ListSnapshot, type Records, useRecords } from "../use-records.ts";

export type GrowingRecords = Omit<Records, "replace"> & {
  /** Asks for the next part; it is put under what is there. */
  readonly more: () => Promise<void>;
};

/** What was added under the answer `to`. */
type Added = {
  readonly to: object;
  readonly answer: object;
  readonly parts: number;
  readonly records: readonly FormRecord[];
};

/** The records of a list on a phone. Each part that arrives is a new showing with all records so far. */
export function useGrowingRecords(app: BootstrapApp, view: ListView, query: ListQuery): GrowingRecords {
  const { snapshot, loading, problem, reload } = useRecords(app, view, query);
  const [added, setAdded] = useState<Added | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const present = added !== null && added.to === snapshot?.answer ? added : null;
  const all = useMemo(() => snapshot && joinRecords(snapshot, present), [present, snapshot]);

  const more = useCallback(async () => {
    if (snapshot === null) {
      return;
    }
    const parts = (present?.parts ?? 0) + 1;
    const offset = snapshot.query.offset + parts * snapshot.query.size;
    setBusy(true);
    setRefusal(null);
    try {
      const next = await fetchRecordPage(app, snapshot.query.query.replace(/ ?offset \d+$/u, ` offset ${offset}`));
      setAdded({ to: snapshot.answer, answer: {}, parts, records: [...(present?.records ?? []), ...next.records] });
    } catch (error) {
      setRefusal(describeProblem(error));
    } finally {
      setBusy(false);
    }
  }, [app, present, snapshot]);
  return { snapshot: all, loading: loading || busy, problem: problem ?? refusal, reload, more };
}

/** A record that moved down meanwhile arrives twice; it stays where it was seen first. */
function joinRecords(first: ListSnapshot, added: Added | null): ListSnapshot {
  if (added === null) {
    return first;
  }
  const byId = new Map([...added.records, ...first.records].map((record) => [record.id, record]));
  const order = new Set([...first.records, ...added.records].map((record) => record.id));
  return { ...first, answer: added.answer, records: [...order].flatMap((id) => byId.get(id) ?? []) };
}
