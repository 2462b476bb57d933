import { systemTypes } from "../areas/fields.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import type { BackupHeader, BackupRecord } from "./backup-file.ts";

/** What one record of a backup needs; values still name attachments by their SHA-256. */
export type RestoreStep =
  | {
      readonly act: "add";
      readonly values: JsonObject;
      /** The state it was in; "" without a process. */ readonly state: string;
    }
  | { readonly act: "fill"; readonly id: string; readonly revision: string; readonly values: JsonObject };

export type RestorePlan = {
  readonly steps: readonly RestoreStep[];
  /** Records whose present values are newer; they stay unless somebody says otherwise. */
  readonly newer: readonly { readonly id: string; readonly fields: readonly string[] }[];
  /** Of a backup of columns: records that are gone since, so there is nothing to fill. */
  readonly gone: number;
  readonly same: number;
  /** Fields of the backup that the app does not have, or has with another type; columns of tables that were lost elsewhere. */
  readonly unknownFields: readonly string[];
};

/** What kintone sets by itself or copies from elsewhere. */
const ownTypes = new Set([...systemTypes, "__ID__", "__REVISION__", "CALC", "REFERENCE_TABLE", "GROUP"]);

export type Present = { readonly id: string; readonly revision: string; readonly values: JsonObject };

type Given = {
  readonly header: BackupHeader;
  readonly records: readonly BackupRecord[];
  /** The record of the app that a record of the backup is, or was. */
  readonly find: (record: BackupRecord) => Present | undefined;
  readonly properties: JsonObject;
  readonly isOverwriting: boolean;
  /** Another domain may not have the people who made the records. */
  readonly isOwnDomain: boolean;
  /** Only there the rows of a table are known by their ids. */
  readonly isSameApp: boolean;
};

/** Compares a backup with what is there. Only empty fields are filled; a present value that differs counts as newer. */
export function planRestore(given: Given): RestorePlan {
  const { header, records, find, properties, isOverwriting, isOwnDomain } = given;
  const hasRows = header.scope === "records" || given.isSameApp;
  const writable = new Set(Object.keys(properties).filter((code) => isWritable(code, properties)));
  const steps: RestoreStep[] = [];
  const newer: { id: string; fields: string[] }[] = [];
  const unknown = new Set<string>();
  let gone = 0;
  let same = 0;
  for (const record of records) {
    const values = pickWritable(record.values, { properties, writable, unknown, hasRows });
    const present = find(record);
    if (present === undefined) {
      if (header.scope === "records") {
        const state = readState(record.values);
        steps.push({ act: "add", values: isOwnDomain ? withOrigin(values, record.values) : values, state });
      } else {
        gone += 1;
      }
      continue;
    }
    const changes = compareRecord(values, present, { header, isOverwriting });
    if (changes.newer.length > 0) {
      newer.push({ id: present.id, fields: changes.newer });
    }
    if (Object.keys(changes.values).length > 0) {
      steps.push({ act: "fill", id: present.id, revision: present.revision, values: changes.values });
    } else if (changes.newer.length === 0) {
      same += 1;
    }
  }
  return { steps, newer, gone, same, unknownFields: [...unknown] };
}

function readState(saved: JsonObject): string {
  const status = Object.values(saved).find((field) => textOf(memberOf(field, "type")) === "STATUS");
  return textOf(memberOf(status, "value"));
}

/** Fields that a lookup fills cannot be written beside it. */
function isWritable(code: string, properties: JsonObject): boolean {
  const isCopied = Object.values(properties).some((property) =>
    listOf(memberOf(memberOf(property, "lookup"), "fieldMappings")).some(
      (mapping) => textOf(memberOf(mapping, "field")) === code,
    ),
  );
  const expression = textOf(memberOf(properties[code], "expression"));
  return !isCopied && expression === "" && !ownTypes.has(textOf(memberOf(properties[code], "type")));
}

type Form = {
  readonly properties: JsonObject;
  readonly writable: ReadonlySet<string>;
  readonly unknown: Set<string>;
  readonly hasRows: boolean;
};

function pickWritable(values: JsonObject, { properties, writable, unknown, hasRows }: Form): JsonObject {
  const entries = Object.entries(values).filter(([code, value]) => {
    const type = textOf(memberOf(value, "type"));
    if (ownTypes.has(type)) {
      return false;
    }
    if (textOf(memberOf(properties[code], "type")) !== type || (type === "SUBTABLE" && !hasRows)) {
      unknown.add(code);
      return false;
    }
    return writable.has(code);
  });
  return Object.fromEntries(entries);
}

/** Who made a record, and when, can only be said when it is added. */
function withOrigin(values: JsonObject, saved: JsonObject): JsonObject {
  const origin = Object.entries(saved).filter(([, value]) =>
    ["CREATOR", "CREATED_TIME"].includes(textOf(memberOf(value, "type"))),
  );
  return { ...values, ...Object.fromEntries(origin) };
}

type Rule = { readonly header: BackupHeader; readonly isOverwriting: boolean };

function compareRecord(
  values: JsonObject,
  present: Present,
  { header, isOverwriting }: Rule,
): { values: JsonObject; newer: string[] } {
  const changes: Record<string, Json> = {};
  const newer: string[] = [];
  for (const [code, saved] of Object.entries(values)) {
    const now = present.values[code] ?? null;
    const wanted = header.scope === "columns" ? mergeRows(saved ?? null, now) : (saved ?? null);
    if (isSame(wanted, now)) {
      continue;
    }
    if (isOverwriting || isOnlyFilled(wanted, now)) {
      changes[code] = wanted;
    } else {
      newer.push(code);
    }
  }
  return { values: changes, newer };
}

/** A saved column of a table goes into the rows that are still there; kintone keeps the cells that are not named. */
function mergeRows(saved: Json, now: Json): Json {
  if (textOf(memberOf(saved, "type")) !== "SUBTABLE") {
    return saved;
  }
  const cells = new Map(
    listOf(memberOf(saved, "value")).map((row) => [textOf(memberOf(row, "id")), objectOf(memberOf(row, "value"))]),
  );
  const rows = listOf(memberOf(now, "value")).map((row): Json => {
    const id = textOf(memberOf(row, "id"));
    return { id, value: cells.get(id) ?? {} };
  });
  return { type: "SUBTABLE", value: rows };
}

function isSame(wanted: Json, now: Json): boolean {
  return textOf(memberOf(wanted, "type")) === "SUBTABLE"
    ? isEveryCell(wanted, now, isSame)
    : simplify(wanted) === simplify(now);
}

/** Whether `wanted` only puts something where there is nothing now. */
function isOnlyFilled(wanted: Json, now: Json): boolean {
  if (isEmpty(now)) {
    return true;
  }
  return (
    textOf(memberOf(wanted, "type")) === "SUBTABLE" &&
    isEveryCell(wanted, now, (cell, before) => isSame(cell, before) || isEmpty(before))
  );
}

/** Holds the cells that `wanted` names against those of the same rows. */
function isEveryCell(wanted: Json, now: Json, holds: (cell: Json, before: Json) => boolean): boolean {
  const rows = listOf(memberOf(now, "value"));
  const wantedRows = listOf(memberOf(wanted, "value"));
  return (
    rows.length === wantedRows.length &&
    wantedRows.every((row, index) => {
      const before = objectOf(memberOf(rows[index] ?? null, "value"));
      return Object.entries(objectOf(memberOf(row, "value"))).every(([code, cell]) =>
        holds(cell ?? null, before[code] ?? null),
      );
    })
  );
}

function isEmpty(field: Json): boolean {
  const value = memberOf(field, "value");
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Values as they compare: people by code, files by name and size, choices in any order. */
function simplify(field: Json): string {
  const value = memberOf(field, "value");
  if (!Array.isArray(value)) {
    return textOf(value);
  }
  const isFile = textOf(memberOf(field, "type")) === "FILE";
  const items = listOf(value).map((item) =>
    isFile
      ? `${textOf(memberOf(item, "name"))}/${textOf(memberOf(item, "size"))}`
      : textOf(memberOf(item, "code")) || textOf(item),
  );
  return JSON.stringify(items.toSorted());
}
