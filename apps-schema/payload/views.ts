import { quoteText } from "../record/quote-text.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import type { Condition, SortKey, View } from "../schema/view.ts";

type Common = {
  readonly index: string;
  readonly name: string;
  readonly filterCond: string;
  readonly sort: string;
};

export type ViewPayload =
  | (Common & { readonly type: "LIST"; readonly fields: readonly string[] })
  | (Common & {
      readonly type: "CUSTOM";
      readonly html: string;
      readonly pager: boolean;
      readonly device: "DESKTOP" | "ANY";
    });

/**
 * Builds the body of the views API. Lists that show or ask for ステータス need the process to be on first; while it is
 * on, kintone's own view 「（作業者が自分）」 must be added to what is sent, or the call is refused (GAIA_IL44).
 */
export function buildViews(schema: AppSchema): { views: Readonly<Record<string, ViewPayload>> } {
  return { views: Object.fromEntries(schema.views.map((view, index) => [view.name, buildView(view, index)])) };
}

function buildView(view: View, index: number): ViewPayload {
  const common = {
    index: String(index),
    name: view.name,
    filterCond: view.where.map(renderCondition).join(" and "),
    sort: view.sort.map(renderSort).join(", "),
  };
  if (view.type === "LIST") {
    return { ...common, type: "LIST", fields: view.columns };
  }
  return { ...common, type: "CUSTOM", html: view.html, pager: view.pager, device: view.device };
}

function renderCondition(condition: Condition): string {
  if ("values" in condition) {
    return `${condition.field} ${condition.operator} (${condition.values.map(quoteText).join(", ")})`;
  }
  return `${condition.field} ${condition.operator} ${quoteText(condition.value)}`;
}

function renderSort([field, direction]: SortKey): string {
  return `${field} ${direction}`;
}
