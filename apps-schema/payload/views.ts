import type { AppSchema } from "../schema/app-schema.ts";
import type { SortKey, View } from "../schema/view.ts";
import { renderConditions } from "./condition.ts";

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
    filterCond: renderConditions(view.where, view.joint),
    sort: view.sort.map(renderSort).join(", "),
  };
  if (view.type === "LIST") {
    return { ...common, type: "LIST", fields: view.columns };
  }
  return { ...common, type: "CUSTOM", html: view.html, pager: view.pager, device: view.device };
}

function renderSort([field, direction]: SortKey): string {
  return `${field} ${direction}`;
}
