import { inPriority } from "../permission/principal.ts";
import type { AppAclLine, FieldAclLine, FieldAclRule, RecordAclLine, RecordAclRule } from "../store/acl-settings.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import { findAnyField } from "./find-field.ts";
import type { QueryCheck } from "./parse-views.ts";
import { type AclSource, readAclEntity } from "./read-acl-entity.ts";
import { readFlag, readList, readObject, readText, readWord } from "./read-value.ts";
import { settingsText } from "./text.ts";

type Raw = Readonly<Record<string, unknown>>;

const appEntities = ["USER", "GROUP", "ORGANIZATION", "CREATOR"] as const;
const recordEntities = ["USER", "GROUP", "ORGANIZATION", "FIELD_ENTITY"] as const;

/** Nobody can be kept from what settings switch on and off; that kintone refuses these here is assumed. */
const unlockable: ReadonlySet<string> = new Set(["STATUS", "STATUS_ASSIGNEE", "CATEGORY"]);

/** `rights` of `PUT app/acl.json`, the line for everyone last. What a line does not name is not allowed. */
export function parseAppAcl(place: Place, raw: unknown, source: AclSource): readonly AppAclLine[] {
  const lines = readEntries(place, raw, (here, sent): AppAclLine | null => {
    const whom = readAclEntity(here, sent, { types: appEntities, source });
    const flag = (name: string): boolean => readFlag(placeOf(here, name), sent[name], false);
    const rights = {
      appEditable: flag("appEditable"),
      recordViewable: flag("recordViewable"),
      recordAddable: flag("recordAddable"),
      recordEditable: flag("recordEditable"),
      recordDeletable: flag("recordDeletable"),
      recordImportable: flag("recordImportable"),
      recordExportable: flag("recordExportable"),
    };
    const needs = (name: keyof typeof rights, other: keyof typeof rights): void =>
      checkNeeds(here, name, { isSet: rights[name], hasOther: rights[other] });
    needs("recordEditable", "recordViewable");
    needs("recordDeletable", "recordViewable");
    needs("recordImportable", "recordAddable");
    return whom && { ...whom, ...rights };
  });
  return inPriority(lines);
}

/** `rights` of `PUT record/acl.json`; a missing condition is all records. */
export function parseRecordAcl(
  place: Place,
  raw: unknown,
  source: AclSource & { readonly checkCondition: QueryCheck },
): readonly RecordAclRule[] {
  return readEntries(place, raw, (here, sent): RecordAclRule => {
    const filterPlace = placeOf(here, "filterCond");
    const filterCond = readText(filterPlace, sent["filterCond"], { initial: "" });
    source.checkCondition(filterPlace, filterCond);
    const lines = readEntries(placeOf(here, "entities"), sent["entities"], (at, line): RecordAclLine | null => {
      const whom = readAclEntity(at, line, { types: recordEntities, source });
      const flag = (name: string): boolean => readFlag(placeOf(at, name), line[name], false);
      const rights = { viewable: flag("viewable"), editable: flag("editable"), deletable: flag("deletable") };
      checkNeeds(at, "editable", { isSet: rights.editable, hasOther: rights.viewable });
      checkNeeds(at, "deletable", { isSet: rights.deletable, hasOther: rights.viewable });
      return whom && { ...whom, ...rights };
    });
    return { filterCond, entities: inPriority(lines) };
  });
}

/** `rights` of `PUT field/acl.json`; each field once (that kintone refuses it twice is assumed). */
export function parseFieldAcl(place: Place, raw: unknown, source: AclSource): readonly FieldAclRule[] {
  const seen = new Set<string>();
  return readEntries(place, raw, (here, sent): FieldAclRule => {
    const at = placeOf(here, "code");
    const code = readText(at, sent["code"], { initial: "", required: true });
    const field = findAnyField(source.fields, code)?.field;
    if (code !== "" && field === undefined) {
      addRefusal(at, "GAIA_FC01", { code });
    } else if (field !== undefined && (unlockable.has(field.type) || seen.has(code))) {
      addFault(at, seen.has(code) ? settingsText.nameTwice : settingsText.wrongFieldForUse);
    }
    seen.add(code);
    const lines = readEntries(placeOf(here, "entities"), sent["entities"], (line, value): FieldAclLine | null => {
      const whom = readAclEntity(line, value, { types: recordEntities, source });
      const levelPlace = placeOf(line, "accessibility");
      if (value["accessibility"] === undefined) {
        addFault(levelPlace, settingsText.required);
      }
      const words = ["READ", "WRITE", "NONE"] as const;
      const accessibility = readWord(levelPlace, value["accessibility"], { words, initial: "NONE" });
      return whom && { accessibility, ...whom };
    });
    return { code, entities: inPriority(lines) };
  });
}

function readEntries<T>(place: Place, raw: unknown, read: (place: Place, sent: Raw) => T | null): readonly T[] {
  const list = readList(place, raw, 1000);
  if (list === null) {
    addFault(place, settingsText.required);
    return [];
  }
  return list.flatMap((item, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, item);
    const entry = sent && read(here, sent);
    return entry === null ? [] : [entry];
  });
}

/** 「…を許可する場合、「レコードの閲覧」も許可してください」 (reference); what kintone answers otherwise is not known. */
function checkNeeds(
  place: Place,
  name: string,
  { isSet, hasOther }: { readonly isSet: boolean; readonly hasOther: boolean },
): void {
  if (isSet && !hasOther) {
    addFault(placeOf(place, name), settingsText.rightNeedsAnother);
  }
}
