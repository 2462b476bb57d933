import { compileCondition } from "../query/compile-condition.ts";
import { parseCondition } from "../query/parse-query.ts";
import type { QueryContext } from "../query/query-context.ts";
import {
  type AclSettings,
  type AppRights,
  type FieldLevel,
  readAcl,
  type RecordRights,
} from "../store/acl-settings.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { evaluateAppRights } from "./app-rights.ts";
import { readFieldEntity } from "./field-entities.ts";
import { compileFieldRights, type FieldAccess } from "./field-rights.ts";
import { findContainers, hideFields } from "../record/hide-fields.ts";
import { maskRecord } from "./mask-record.ts";
import type { Principal, Subject } from "./principal.ts";
import { compileRecordRights } from "./record-rights.ts";

/** Everything one person may do in one app. Made once for a call; asking it about a record is cheap. */
export type AppAccess = {
  readonly rights: AppRights;
  readonly record: (record: StoredRecord) => RecordRights;
  readonly fields: FieldAccess;
  /** What one may do with a field of a record, its record's rights included; null = of a new record. */
  readonly levelOf: (code: string, record: StoredRecord | null) => FieldLevel;
  /** The settings without the fields that this person sees in no record. */
  readonly settings: AppSettings;
  /** The settings without the fields that this person does not see in this record. */
  readonly settingsFor: (record: StoredRecord) => AppSettings;
  /** The record as queries of this person may see it. */
  readonly mask: (record: StoredRecord) => StoredRecord;
};

export type AppAccessSource = {
  readonly settings: AppSettings;
  readonly appCreator: string;
  readonly principal: Principal;
  /** What counts instead of the settings' own permissions. */
  readonly acl?: AclSettings;
  /** For the conditions of the record permissions; called only when there are any. */
  readonly queryContext: () => QueryContext;
};

/** Compiles the permissions of one copy of an app's settings for one person. */
export function createAppAccess(source: AppAccessSource): AppAccess {
  const { settings, appCreator, principal, queryContext, acl = readAcl(settings) } = source;
  const subjectOf = (record: StoredRecord | null): Subject => ({
    appCreator,
    fieldEntity: (code) => (record === null ? null : readFieldEntity(settings.fields, code, record)),
  });
  const rights = evaluateAppRights(acl.app, principal, appCreator);
  const record = compileRecordRights(acl.record, {
    appRights: rights,
    principal,
    compile: (filterCond) => compileRule(filterCond, queryContext),
    subjectOf,
  });
  const fields = compileFields(settings, acl.field, { principal, subjectOf });
  const known = hideFields(settings, fields.hidden);
  const narrowed = new Map<string, AppSettings>();
  const isHiddenIn = (code: string, of: StoredRecord): boolean => fields.levelOf(code, of) === "NONE";
  return {
    rights,
    record,
    fields,
    levelOf: (code, of) => {
      const level = fields.levelOf(code, of);
      if (of !== null && level === "WRITE" && !record(of).editable) {
        return "READ";
      }
      return level;
    },
    settings: known,
    settingsFor: (of) => {
      if (fields.sometimesHidden.size === 0) {
        return known;
      }
      const hidden = [...fields.sometimesHidden].filter((code) => isHiddenIn(code, of));
      const key = JSON.stringify(hidden);
      const made = narrowed.get(key) ?? hideFields(known, new Set(hidden));
      narrowed.set(key, made);
      return made;
    },
    mask: (of) =>
      fields.sometimesHidden.size === 0
        ? of
        : maskRecord(of, known.fields, (code) => fields.sometimesHidden.has(code) && isHiddenIn(code, of)),
  };
}

function compileFields(
  settings: AppSettings,
  rules: AclSettings["field"],
  { principal, subjectOf }: Pick<Parameters<typeof compileFieldRights>[1], "principal" | "subjectOf">,
): FieldAccess {
  const containers: ReadonlyMap<string, string> = rules.length === 0 ? new Map() : findContainers(settings);
  return compileFieldRights(rules, {
    principal,
    subjectOf,
    containerOf: (code) => containers.get(code) ?? null,
    codes:
      rules.length === 0
        ? []
        : settings.fields.flatMap(({ code, fields = [] }) => [code, ...fields.map((inner) => inner.code)]),
  });
}

/**
 * An option, user, group or organization that is gone since the rule was written is met by no record; only a field that is gone
 * makes the condition unreadable.
 */
function compileRule(filterCond: string, queryContext: () => QueryContext): ((record: StoredRecord) => boolean) | null {
  if (filterCond === "") {
    return () => true;
  }
  const context = queryContext();
  const fields = new Map([...context.fields].map(([code, field]) => [code, { ...field, options: null }]));
  try {
    return compileCondition(parseCondition(filterCond), { ...context, fields, isKnown: () => true });
  } catch {
    return null;
  }
}
