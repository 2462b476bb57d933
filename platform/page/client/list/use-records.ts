import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import type { FormRecord } from "../record/form-record.ts";
import { loadRecordRights, type RecordRights } from "../record/record-rights.ts";
import { callRest } from "../rest.ts";
import { describeProblem, type Problem } from "../shell/describe-problem.ts";
import { listFurtherParts } from "./calendar/calendar-query.ts";
import type { ListQuery } from "./list-query.ts";
import type { ListView } from "./list-view.ts";
import { readRecordPage, type RecordPage } from "./read-record-list.ts";

/** What a list shows. `answer` is a new object for each answer of the server, which is when the show event fires. */
export type ListSnapshot = {
  readonly answer: object;
  readonly records: readonly FormRecord[];
  readonly total: number;
  readonly query: ListQuery;
  /** By record, where single records differ from the app's rights. */
  readonly rights: ReadonlyMap<string, RecordRights>;
};

export type Records = {
  readonly snapshot: ListSnapshot | null;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly reload: () => void;
  /** Another content of a row that is shown, after it was saved. */
  readonly replace: (record: FormRecord) => void;
};

/** Loads the records of a list whenever its question changes; the answer to an older question is dropped. */
export function useRecords(app: BootstrapApp, view: ListView, query: ListQuery): Records {
  const [snapshot, setSnapshot] = useState<ListSnapshot | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [loading, setLoading] = useState(true);
  const [round, setRound] = useState(0);
  const latest = useRef(0);
  const request = useMemo(() => ({ query, round }), [query, round]);
  // A custom view without a pager gets no records: its own script fetches them (fact sheet §3.2).
  const fetches = view.type !== "CUSTOM" || view.pager;

  useEffect(() => {
    latest.current += 1;
    const mine = latest.current;
    const load = async (): Promise<void> => {
      setLoading(true);
      try {
        const page = fetches ? await fetchShown(app, view, request.query.query) : { records: [], total: 0 };
        const ids = view.type === "LIST" ? page.records.flatMap(({ id }) => id ?? []) : [];
        const rights = await loadRecordRights(app, ids);
        if (mine === latest.current) {
          setSnapshot({ ...page, rights, query: request.query, answer: {} });
          setProblem(null);
        }
      } catch (error) {
        if (mine === latest.current) {
          setProblem(describeProblem(error));
        }
      } finally {
        if (mine === latest.current) {
          setLoading(false);
        }
      }
    };
    void load();
  }, [app, fetches, request, view]);

  const reload = useCallback(() => setRound((count) => count + 1), []);
  const replace = useCallback((record: FormRecord) => {
    setSnapshot((present) => {
      if (present === null) {
        return null;
      }
      const at = present.records.findIndex((item) => item.id === record.id);
      return at === -1 ? present : { ...present, records: present.records.with(at, record) };
    });
  }, []);
  return { snapshot, loading, problem, reload, replace };
}

/** A page of a list, or a month with as much as a calendar shows of it. */
async function fetchShown(app: BootstrapApp, view: ListView, query: string): Promise<RecordPage> {
  const first = await fetchRecordPage(app, query);
  if (view.type !== "CALENDAR") {
    return first;
  }
  const further = await Promise.all(
    listFurtherParts(query, first.total).map(async (part) => fetchRecordPage(app, part)),
  );
  return { ...first, records: [first, ...further].flatMap(({ records }) => records) };
}

/** One part of a list with the number of all records that match. */
export async function fetchRecordPage(app: BootstrapApp, query: string): Promise<RecordPage> {
  const body = await callRest("GET", "/k/v1/records.json", { app: app.id, query, totalCount: true });
  return readRecordPage(app.settings.fields, body);
}
