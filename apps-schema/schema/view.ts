/** The field code that kintone itself gives to the state in a Japanese domain. */
export const statusField = "ステータス";

type SystemCode = typeof statusField;

export type Condition<Code extends string = string> =
  | { readonly field: Code | SystemCode; readonly operator: "in" | "not in"; readonly values: readonly string[] }
  | { readonly field: Code | SystemCode; readonly operator: "=" | "!=" | ">=" | "<="; readonly value: string };

export type SortKey<Code extends string = string> = readonly [Code, "asc" | "desc"];

export type ListView<Code extends string = string> = {
  readonly type: "LIST";
  readonly name: string;
  readonly columns: readonly (Code | SystemCode)[];
  /** All of them must hold; none = every record. */
  readonly where: readonly Condition<Code>[];
  readonly sort: readonly SortKey<Code>[];
};

export type CustomView<Code extends string = string> = {
  readonly type: "CUSTOM";
  readonly name: string;
  readonly html: string;
  readonly pager: boolean;
  readonly device: "DESKTOP" | "ANY";
  readonly where: readonly Condition<Code>[];
  readonly sort: readonly SortKey<Code>[];
};

export type View<Code extends string = string> = ListView<Code> | CustomView<Code>;

type ListOptions<Code extends string> = {
  readonly columns: readonly (Code | SystemCode)[];
  readonly sort: readonly SortKey<Code>[];
  readonly where?: readonly Condition<Code>[];
};

/** Builds a list with columns. */
export function listView<const Code extends string>(
  name: string,
  { columns, sort, where = [] }: ListOptions<Code>,
): ListView<Code> {
  return { type: "LIST", name, columns, where, sort };
}

/** Builds a list that a plugin draws into the element of `elementId`, over all records and on phones too. */
export function customView<const Code extends string>(
  name: string,
  { elementId, sort }: { readonly elementId: string; readonly sort: readonly SortKey<Code>[] },
): CustomView<Code> {
  const html = `<div id="${elementId}"></div>`;
  return { type: "CUSTOM", name, html, pager: false, device: "ANY", where: [], sort };
}
