import type { AppRights, RecordAclRule, RecordRights } from "../store/acl-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { findLine, type Principal, type Subject } from "./principal.ts";

export type EvaluateRecord = (record: StoredRecord) => RecordRights;

/** What evaluating the record permissions needs to know of an app. */
export type RecordAclSource = {
  readonly appRights: AppRights;
  readonly principal: Principal;
  /** Turns a rule's condition into a test; null = the condition cannot be read. */
  readonly compile: (filterCond: string) => ((record: StoredRecord) => boolean) | null;
  readonly subjectOf: (record: StoredRecord) => Subject;
};

const noRecordRights: RecordRights = { viewable: false, editable: false, deletable: false };

/**
 * What someone may do with each record: never more than the app's rights. Of the rules the first whose condition the record meets
 * decides alone, and in it the first line about the person; a record that meets none is ruled by the app's rights. A condition that
 * cannot be read any more meets every record, so that a broken rule closes and never opens.
 */
export function compileRecordRights(rules: readonly RecordAclRule[], source: RecordAclSource): EvaluateRecord {
  const { appRights, principal } = source;
  const base: RecordRights = {
    viewable: appRights.recordViewable,
    editable: appRights.recordEditable,
    deletable: appRights.recordDeletable,
  };
  if (rules.length === 0 || !base.viewable) {
    return () => base;
  }
  const compiled = rules.map((rule) => {
    const meets = source.compile(rule.filterCond);
    return { meets: meets ?? (() => true), entities: meets === null ? [] : rule.entities };
  });
  return (record) => {
    const rule = compiled.find(({ meets }) => meets(record));
    if (rule === undefined) {
      return base;
    }
    const line = findLine(rule.entities, principal, source.subjectOf(record)) ?? noRecordRights;
    return {
      viewable: base.viewable && line.viewable,
      editable: base.editable && line.viewable && line.editable,
      deletable: base.deletable && line.viewable && line.deletable,
    };
  };
}
