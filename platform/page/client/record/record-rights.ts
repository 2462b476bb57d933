import type { BootstrapApp } from "../../bootstrap.ts";
import { hideFields } from "../../../record/hide-fields.ts";
import { lockFields } from "../../../record/lock-fields.ts";
import { callRest } from "../rest.ts";
import { readText } from "../field/read-value.ts";
import { toObject } from "./read-rest-record.ts";

/** What the reader may do with one record. */
export type RecordRights = {
  readonly editable: boolean;
  readonly deletable: boolean;
  readonly hidden: ReadonlySet<string>;
  /** Shown, but not to be edited. */
  readonly locked: ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();

/** How many records one call asks about. */
const mostRecords = 100;

/** The rights to records by their ids, where they differ from those in the app; else nothing is asked. */
export async function loadRecordRights(
  app: BootstrapApp,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordRights>> {
  if (!app.permissions.perRecord || ids.length === 0) {
    return new Map();
  }
  const parts = Array.from({ length: Math.ceil(ids.length / mostRecords) }, (_, part) =>
    ids.slice(part * mostRecords, (part + 1) * mostRecords),
  );
  const bodies = await Promise.all(
    parts.map(async (part) => callRest("GET", "/k/v1/records/acl/evaluate", { app: app.id, ids: part })),
  );
  return new Map(bodies.flatMap((body) => readEvaluation(body)));
}

/** The rights to one record; those in the app when it has no others. */
export function rightsOf(
  app: BootstrapApp,
  rights: ReadonlyMap<string, RecordRights>,
  id: string | null,
): RecordRights {
  const { editRecord, deleteRecord } = app.permissions;
  return rights.get(id ?? "") ?? { editable: editRecord, deletable: deleteRecord, hidden: none, locked: none };
}

/** The app as it is for one record: without the fields that are hidden in it, and with its rights. */
export function appForRecord(app: BootstrapApp, { editable, deletable, hidden, locked }: RecordRights): BootstrapApp {
  return {
    ...app,
    settings: lockFields(hideFields(app.settings, hidden), locked),
    permissions: { ...app.permissions, editRecord: editable, deleteRecord: deletable },
  };
}

function readEvaluation(body: unknown): [string, RecordRights][] {
  const { rights } = toObject(body);
  return (Array.isArray(rights) ? rights : []).map((item: unknown) => {
    const { id, record, fields } = toObject(item);
    const { editable, deletable } = toObject(record);
    const entries = Object.entries(toObject(fields)).map(([code, field]) => [code, toObject(field)] as const);
    const codes = (test: (field: Readonly<Record<string, unknown>>) => boolean): ReadonlySet<string> =>
      new Set(entries.filter(([, field]) => test(field)).map(([code]) => code));
    return [
      readText(id),
      {
        editable: editable === true,
        deletable: deletable === true,
        hidden: codes((field) => field["viewable"] !== true),
        locked: codes((field) => field["editable"] !== true),
      },
    ];
  });
}
