import type { Process } from "./process.ts";

/** Something in the form that holds no data: a sentence, or an empty element in which a plugin may draw. */
export type LayoutDecoration =
  | { readonly type: "NOTE"; readonly text: string }
  | { readonly type: "SPACE"; readonly elementId: string };

export type LayoutFields<Code extends string = string> = { readonly type: "ROW"; readonly codes: readonly Code[] };

export type LayoutRow<Code extends string = string> = LayoutFields<Code> | LayoutDecoration;

/** kintone allows rows in a group, but neither a table nor a group: a group's tables follow it. */
export type LayoutGroup<Code extends string = string> = {
  readonly type: "GROUP";
  readonly code: string;
  readonly label: string;
  readonly open: boolean;
  readonly rows: readonly LayoutRow<Code>[];
};

export type LayoutTable<Code extends string = string> = { readonly type: "TABLE"; readonly code: Code };

export type LayoutItem<Code extends string = string, TableCode extends string = string> =
  | LayoutRow<Code>
  | LayoutGroup<Code>
  | LayoutTable<TableCode>;

/** Builds a row of fields that stand side by side. */
export function row<const Code extends string>(...codes: readonly Code[]): LayoutFields<Code> {
  return { type: "ROW", codes };
}

type CodesOf<Row> = Row extends LayoutFields<infer Code> ? Code : never;

/** Builds a foldable group; `code` is its field code and never shown. */
export function group<const Row extends LayoutRow>(
  code: string,
  options: { readonly label: string; readonly open?: boolean },
  rows: readonly Row[],
): LayoutGroup<CodesOf<Row>>;
export function group(
  code: string,
  { label, open = false }: { readonly label: string; readonly open?: boolean },
  rows: readonly LayoutRow[],
): LayoutGroup {
  return { type: "GROUP", code, label, open, rows };
}

/** Builds the place of a table. */
export function table<const Code extends string>(code: Code): LayoutTable<Code> {
  return { type: "TABLE", code };
}

/** Builds a sentence in a row of its own. */
export function note(sentence: string): LayoutDecoration {
  return { type: "NOTE", text: sentence };
}

/** The name of that group: the administrators' notes speak of it. */
export const guideLabel = "いますること（状態ごと）";

/** Builds the group that says, state by state, what whoever holds the record has to do now. */
export function guide(process: Process): LayoutGroup<never> {
  const rows = process.states.map(({ name, todo }) => note(`${name}：${todo}`));
  return group("g_guide", { label: guideLabel }, rows);
}

/** Builds an empty element, in a row of its own, in which a plugin may draw. */
export function space(elementId: string): LayoutDecoration {
  return { type: "SPACE", elementId };
}

/** Where the input check lists what it found. */
export const inputCheckSpace = "machi-dx-check";
