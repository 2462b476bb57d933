/** The field code that kintone itself gives to the state in a Japanese domain. */
export const statusField = "ステータス";

/** What kintone itself keeps of a record. */
export type SystemCode = typeof statusField | "作業者" | "作成者" | "更新日時";

/** Records that wait for whoever looks. */
export const waitsForMe = { field: "作業者", operator: "in", call: "LOGINUSER()" } as const;

/** Records of the section to which whoever looks belongs; kintone drops the condition for people of no section. */
export function mySection<const Code extends string>(
  field: Code,
): {
  readonly field: Code;
  readonly operator: "in";
  readonly call: "PRIMARY_ORGANIZATION()";
} {
  return { field, operator: "in", call: "PRIMARY_ORGANIZATION()" };
}

export type Condition<Code extends string = string> =
  | { readonly field: Code | SystemCode; readonly operator: "in" | "not in"; readonly values: readonly string[] }
  | { readonly field: Code | SystemCode; readonly operator: Comparison; readonly value: string }
  /** The only question kintone takes about the presence of a longer text or a file. */
  | { readonly field: Code; readonly operator: "is empty" | "is not empty" }
  /** Compares with what kintone works out when somebody looks. */
  | { readonly field: Code | SystemCode; readonly operator: "in" | "not in" | Comparison; readonly call: QueryCall };

type Comparison = "=" | "!=" | ">" | "<" | ">=" | "<=";

type QueryCall =
  | "LOGINUSER()"
  | "PRIMARY_ORGANIZATION()"
  | "TODAY()"
  | "THIS_MONTH()"
  | "NEXT_MONTH()"
  | `FROM_TODAY(${number}, ${"DAYS" | "MONTHS"})`;

export type SortKey<Code extends string = string> = readonly [Code | SystemCode, "asc" | "desc"];

export type ListView<Code extends string = string> = {
  readonly type: "LIST";
  readonly name: string;
  /** What it was called before: kintone then keeps its id and address. */
  readonly renamedFrom?: string;
  readonly columns: readonly (Code | SystemCode)[];
  /** None = every record. */
  readonly where: readonly Condition<Code>[];
  /** Whether all conditions must hold or any one; kintone's own page knows no mixture. */
  readonly joint: "and" | "or";
  readonly sort: readonly SortKey<Code>[];
};

export type CustomView<Code extends string = string> = {
  readonly type: "CUSTOM";
  readonly name: string;
  readonly renamedFrom?: string;
  readonly html: string;
  readonly pager: boolean;
  readonly device: "DESKTOP" | "ANY";
  readonly where: readonly Condition<Code>[];
  readonly joint: "and";
  readonly sort: readonly SortKey<Code>[];
};

export type View<Code extends string = string> = ListView<Code> | CustomView<Code>;

type ListOptions<Code extends string> = {
  readonly columns: readonly (Code | SystemCode)[];
  readonly sort: readonly SortKey<Code>[];
  readonly where?: readonly Condition<Code>[];
  readonly joint?: "and" | "or";
};

/** Builds a list with columns. */
export function listView<const Code extends string>(
  name: string,
  options: ListOptions<Code>,
): ListView<Exclude<Code, SystemCode>>;
export function listView(name: string, { columns, sort, where = [], joint = "and" }: ListOptions<string>): ListView {
  return { type: "LIST", name, columns, where, joint, sort };
}

/** Builds a list that a plugin draws into the element of `elementId`, over all records and on phones too. */
export function customView<const Code extends string>(
  name: string,
  { elementId, sort }: { readonly elementId: string; readonly sort: readonly SortKey<Code>[] },
): CustomView<Code> {
  const html = `<div id="${elementId}"></div>`;
  return { type: "CUSTOM", name, html, pager: false, device: "ANY", where: [], joint: "and", sort };
}
