import { filterActions } from "../record/app-actions.tsx";
import { processCodes } from "../record/process-codes.ts";
import { loadActions } from "../record/load-process.ts";
import { readPrincipals } from "../field/read-value.ts";
import type { BootstrapApp } from "../../bootstrap.ts";
import { checkPage, type PageKind } from "./page-kind.ts";
import { pageState, type RecordState } from "./page-state.ts";
import { loadStatusHistory } from "./status-history.ts";
import { type FieldPermissions, loadFieldPermissions, loadPermissions } from "./permission-functions.ts";

const recordPages: readonly PageKind[] = ["detail", "create", "edit", "print"];

/** `kintone.app.record.*` functions that desktop and mobile pages share (official index: no twin below `kintone.mobile`). */
export const recordInformation = {
  getPermissions: async (): Promise<{ editRecord: boolean; deleteRecord: boolean }> =>
    loadPermissions(shownOn("kintone.app.record.getPermissions", ["detail", "edit", "print"]).record),
  getFieldPermissions: async (): Promise<FieldPermissions> =>
    loadFieldPermissions(shownOn("kintone.app.record.getFieldPermissions", recordPages).record),
  /** App actions that can be pressed on this record. */
  getActions: async (): Promise<{ name: string; id: string }[]> => {
    const { app, record } = shownOn("kintone.app.record.getActions", ["detail"]);
    const usable = await filterActions(app.settings.actions, app.id, toFormRecord(record));
    return usable.map(({ id, name }) => ({ name, id }));
  },
  /** Process actions that the reader can press on this record. */
  getStatusActions: async () => {
    const { app, record } = shownOn("kintone.app.record.getStatusActions", ["detail"]);
    const { process, fields } = app.settings;
    if (!process.enable) {
      return [];
    }
    const user = pageState.bootstrap?.loginUser.code ?? "";
    const offered = await loadActions(process, toFormRecord(record), {
      app: app.id,
      user,
      codes: processCodes(fields),
    });
    return offered.map(({ action, candidates }) => ({
      name: action.name,
      nextStatus: {
        name: action.to,
        type: process.states.find(({ name }) => name === action.to)?.assignee.type ?? "ONE",
        assignees: candidates.map(({ code, name }) => ({ code, name })),
      },
    }));
  },
  getAssignees: async (): Promise<{ assignee: { code: string; name: string }; action: null }[]> => {
    const { app, record } = shownOn("kintone.app.record.getAssignees", ["detail"]);
    const people = readPrincipals(record.get()?.[processCodes(app.settings.fields).assignee]?.value);
    return people.map(({ code, name }) => ({ assignee: { code, name }, action: null }));
  },
  getStatusHistory: async (offset: unknown = 0, limit: unknown = 10) => {
    const { app, record } = shownOn("kintone.app.record.getStatusHistory", ["detail"]);
    const place = { app: app.id, record: String(record.id ?? "") };
    const part = { offset: Number(offset) || 0, limit: Number(limit) || 10 };
    return loadStatusHistory(place, processCodes(app.settings.fields), part);
  },
};

/** The record of the page as functions of the detail page read it. */
function toFormRecord(record: RecordState) {
  const values = Object.entries(record.get() ?? {}).map(([code, { value }]) => [code, value] as const);
  const revision = record.get()?.["$revision"]?.value;
  return {
    id: record.id === null ? null : String(record.id),
    revision: typeof revision === "string" ? revision : null,
    values: Object.fromEntries(values),
    lookups: {},
  };
}

function shownOn(name: string, kinds: readonly PageKind[]): { app: BootstrapApp; record: RecordState } {
  checkPage(name, kinds);
  const app = pageState.bootstrap?.app;
  const { record } = pageState;
  if (app === null || app === undefined || record === null) {
    throw new Error(`${name}: no record is shown yet`);
  }
  return { app, record };
}
