import type { FieldAclLine, FieldAclRule, FieldLevel } from "../store/acl-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { concerns, inPriority, type Principal, type Subject } from "./principal.ts";

export type FieldAccess = {
  /** What someone may do with a field of a record; null = of a record that is about to be made, which names nobody yet. */
  readonly levelOf: (code: string, record: StoredRecord | null) => FieldLevel;
  /** Codes with a level below WRITE, at least in some records; all others need no look at the record. */
  readonly restricted: ReadonlySet<string>;
  /** Codes that are hidden in every record. */
  readonly hidden: ReadonlySet<string>;
  /** Codes whose level differs from record to record. */
  readonly varying: ReadonlySet<string>;
  /** Codes that are hidden in some records only. */
  readonly sometimesHidden: ReadonlySet<string>;
};

export type FieldAclSource = {
  readonly principal: Principal;
  readonly subjectOf: (record: StoredRecord | null) => Subject;
  /** The table or group that a field stands in; a field is never more open than that. */
  readonly containerOf: (code: string) => string | null;
  /** All codes of the form, those in tables included. */
  readonly codes: readonly string[];
};

type Level = { readonly fixed: FieldLevel } | { readonly lines: readonly FieldAclLine[] };

/** What someone may do with the fields of an app. A field without permissions of its own is open (reference of field/acl.json). */
export function compileFieldRights(rules: readonly FieldAclRule[], source: FieldAclSource): FieldAccess {
  const own = new Map(rules.map((rule) => [rule.code, compileRule(rule, source)]));
  const chains = new Map<string, readonly Level[]>();
  for (const code of own.size === 0 ? [] : source.codes) {
    const levels = chainOf(code, source).flatMap((each) => own.get(each) ?? []);
    if (levels.length > 0) {
      chains.set(code, levels);
    }
  }
  const levelOf = (code: string, record: StoredRecord | null): FieldLevel =>
    (chains.get(code) ?? []).reduce<FieldLevel>(
      (lowest, level) => lower(lowest, evaluate(level, source, record)),
      "WRITE",
    );
  const restricted = new Set<string>();
  const hidden = new Set<string>();
  const varying = new Set<string>();
  const sometimesHidden = new Set<string>();
  for (const [code, levels] of chains) {
    if (levels.some((level) => "lines" in level || level.fixed !== "WRITE")) {
      restricted.add(code);
    }
    if (levels.some((level) => "fixed" in level && level.fixed === "NONE")) {
      hidden.add(code);
      continue;
    }
    if (levels.some((level) => "lines" in level)) {
      varying.add(code);
    }
    if (levels.some((level) => ("lines" in level && level.lines.some(hides)) || endsOpen(level))) {
      sometimesHidden.add(code);
    }
  }
  return { levelOf, restricted, hidden, varying, sometimesHidden };
}

function hides(line: FieldAclLine): boolean {
  return line.accessibility === "NONE";
}

/** Lines of which none may be about someone end in nothing allowed. */
function endsOpen(level: Level): boolean {
  return "lines" in level && level.lines.every(({ entity }) => entity.type === "FIELD_ENTITY");
}

function chainOf(code: string, source: FieldAclSource): readonly string[] {
  const chain = [code];
  for (let at = source.containerOf(code); at !== null && !chain.includes(at); at = source.containerOf(at)) {
    chain.push(at);
  }
  return chain;
}

/** Lines about other people fall away; what is left either decides now or asks the record first. */
function compileRule({ entities }: FieldAclRule, { principal, subjectOf }: FieldAclSource): Level {
  const nobody = subjectOf(null);
  const lines: FieldAclLine[] = [];
  for (const line of inPriority(entities)) {
    if (line.entity.type === "FIELD_ENTITY") {
      lines.push(line);
    } else if (concerns(line, principal, nobody)) {
      lines.push(line);
      break;
    }
  }
  const [first] = lines;
  if (first === undefined) {
    return { fixed: "NONE" };
  }
  return first.entity.type === "FIELD_ENTITY" ? { lines } : { fixed: first.accessibility };
}

function evaluate(level: Level, { principal, subjectOf }: FieldAclSource, record: StoredRecord | null): FieldLevel {
  if ("fixed" in level) {
    return level.fixed;
  }
  const subject = subjectOf(record);
  return level.lines.find((line) => concerns(line, principal, subject))?.accessibility ?? "NONE";
}

const order: readonly FieldLevel[] = ["NONE", "READ", "WRITE"];

function lower(one: FieldLevel, other: FieldLevel): FieldLevel {
  return order.indexOf(one) < order.indexOf(other) ? one : other;
}
