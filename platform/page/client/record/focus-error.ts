import type { AppearanceStore } from "./appearance.ts";
import type { FormStore } from "./form-store.ts";
import { fieldsByCode, readRows, toPathKey } from "./form-record.ts";
import type { FieldPath } from "./form-record.ts";
import { findGroup } from "./layout.ts";
import type { LayoutNode } from "./layout.ts";

/** The places with an error, from the top of the form to its bottom. */
export function listErrorPaths(store: FormStore, nodes: readonly LayoutNode[]): FieldPath[] {
  const { errors, record } = store.state.get();
  const fields = fieldsByCode(store.options.fields);
  return listCodes(nodes).flatMap((code): FieldPath[] => {
    const field = fields.get(code);
    const own: FieldPath[] = [{ code }];
    const cells = readRows(record, code).flatMap((row) =>
      (field?.fields ?? []).map((inner): FieldPath => ({ code: inner.code, table: code, rowKey: row.key })),
    );
    return [...own, ...cells].filter((path) => (errors.get(toPathKey(path)) ?? "") !== "");
  });
}

function listCodes(nodes: readonly LayoutNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === "row") {
      return node.items.flatMap((item) => (item.kind === "field" ? [item.field.code] : []));
    }
    return node.kind === "table" ? [node.field.code] : listCodes(node.nodes);
  });
}

/** Opens the group around a place and moves there. */
export function focusPath(
  path: FieldPath,
  {
    nodes,
    appearance,
    inputId,
  }: {
    readonly nodes: readonly LayoutNode[];
    readonly appearance: AppearanceStore;
    readonly inputId: string;
  },
): void {
  const group = findGroup(nodes, path.table ?? path.code);
  if (group !== null) {
    appearance.setOpen(group, true);
  }
  // After the group has been drawn open.
  requestAnimationFrame(() => {
    const input = document.querySelector<HTMLElement>(`#${CSS.escape(inputId)}`);
    // A group of boxes cannot hold the focus itself; its first box can.
    const target = input?.matches("fieldset, [role=radiogroup]")
      ? (input.querySelector<HTMLElement>("input") ?? input)
      : input;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "center", behavior: "smooth" });
  });
}
