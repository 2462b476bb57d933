import type { FieldRule } from "../schema/field-permissions.ts";
import type { RecordRight, RecordRightLine } from "../schema/record-permissions.ts";
import { namedIn, type Whom } from "../schema/whom.ts";

/**
 * Whoever deploys and loads records; kintone cannot name the creator of an app for records and fields. Other system administrators
 * gain nothing by it: the app itself is closed to them.
 */
const deployer = { whom: "administrators", may: ["view", "edit", "delete"] } as const satisfies RecordRightLine;

const creatorField = "作成者";

/** The people of the section that a record belongs to, and those whom it names. */
export const ownSection = [
  namedIn(creatorField),
  namedIn("owner"),
  namedIn("owner_sub"),
  namedIn("dept_head"),
  namedIn("owner_org"),
];

/** Everybody who works on the plan inside the office. */
export const insiders = ["tantou", "kachou", "iin"] as const satisfies readonly Whom[];

/** Insiders and those who only get what is settled. */
export const allReaders = [...insiders, "etsuran", "koukai"] as const satisfies readonly Whom[];

type Lines = {
  /** What the DX office may do beside viewing. */
  readonly office?: readonly RecordRight[];
  readonly editors?: readonly Whom[];
  readonly readers: readonly Whom[];
};

/** Lines of one rule in order of priority, widest first; whoever is in none of them does not see the record. */
export function recordLines({ office = [], editors = [], readers }: Lines): readonly RecordRightLine[] {
  return [
    deployer,
    { whom: "jimukyoku", may: ["view", ...office] },
    ...editors.map((whom) => ({ whom, may: ["view", "edit"] }) as const),
    ...readers.map((whom) => ({ whom, may: ["view"] }) as const),
  ];
}

const keepers = ["administrators", "jimukyoku"] as const;
const writers = [...keepers, "tantou", "kachou"] as const;

function rule(
  field: string,
  reason: string,
  { write, read }: { readonly write: readonly Whom[]; readonly read: readonly Whom[] },
): FieldRule {
  const lines = [
    ...write.map((whom) => ({ whom, access: "write" }) as const),
    ...read.map((whom) => ({ whom, access: "read" }) as const),
  ];
  return { field, reason, lines };
}

/** The plan's own words: only the office writes them, also in an app that a town opens to its sections. */
export function verbatim(...fields: readonly string[]): FieldRule[] {
  return fields.map((field) => rule(field, "計画書のままの言葉", { write: keepers, read: ["everyone"] }));
}

/** What a tally writes, not a person. */
export function computed(...fields: readonly string[]): FieldRule[] {
  return fields.map((field) => rule(field, "集計が入れる値", { write: keepers, read: ["everyone"] }));
}

/** Notes and evidence for work inside the office; the committee reads them. */
export function internal(...fields: readonly string[]): FieldRule[] {
  return fields.map((field) => rule(field, "庁内だけの内容", { write: writers, read: ["iin"] }));
}

/**
 * Names of people: nothing that is published carries them. Not for fields that a view asks for, like `owner`: who does not see a
 * field cannot open a view that filters by it.
 */
export function personal(...fields: readonly string[]): FieldRule[] {
  return fields.map((field) => rule(field, "個人の名前", { write: writers, read: ["iin", "etsuran"] }));
}
