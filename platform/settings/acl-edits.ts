import type { AclSettings, FieldAclLine, RecordAclLine } from "../store/acl-settings.ts";
import { queryNames, renameInQuery } from "./rename-in-query.ts";

/** The permissions with the new codes of renamed fields. */
export function renameInAcl(acl: AclSettings, codes: ReadonlyMap<string, string>): AclSettings {
  const rename = <T extends FieldAclLine | RecordAclLine>(line: T): T => {
    const { type, code } = line.entity;
    return type === "FIELD_ENTITY" && code !== null
      ? { ...line, entity: { type, code: codes.get(code) ?? code } }
      : line;
  };
  return {
    ...acl,
    record: acl.record.map((rule) => ({
      filterCond: renameInQuery(rule.filterCond, codes),
      entities: rule.entities.map(rename),
    })),
    field: acl.field.map((rule) => ({ code: codes.get(rule.code) ?? rule.code, entities: rule.entities.map(rename) })),
  };
}

/** The permissions without deleted fields: rules about them and lines that name people by them go. */
export function withoutFieldsInAcl(acl: AclSettings, codes: ReadonlySet<string>): AclSettings {
  const isKept = ({ entity }: FieldAclLine | RecordAclLine): boolean =>
    entity.type !== "FIELD_ENTITY" || !codes.has(entity.code ?? "");
  return {
    ...acl,
    record: acl.record.map((rule) => ({ ...rule, entities: rule.entities.filter(isKept) })),
    field: acl.field
      .filter(({ code }) => !codes.has(code))
      .map((rule) => ({ ...rule, entities: rule.entities.filter(isKept) })),
  };
}

/** Whether a condition of the record permissions names one of these fields: without it the rule would mean something else. */
export function aclConditionNames(acl: AclSettings, codes: ReadonlySet<string>): boolean {
  return acl.record.some(({ filterCond }) => queryNames(filterCond, codes));
}
