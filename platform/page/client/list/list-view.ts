import type { StoredField, StoredView } from "../../../store/app-settings.ts";

export type ListView = {
  readonly id: string;
  readonly name: string;
  readonly type: "LIST" | "CALENDAR" | "CUSTOM";
  /** Codes of the columns; only for LIST. */
  readonly fields: readonly string[];
  readonly html: string;
  /** Code of the field whose day places a record; only for CALENDAR. */
  readonly date: string;
  /** The type of that field; days and moments are asked for differently. */
  readonly dateType: string;
  /** Code of the field whose value names a record; only for CALENDAR. */
  readonly title: string;
  /** Whether the platform pages through records for this view. */
  readonly pager: boolean;
  readonly filterCond: string;
  readonly sort: string;
};

/** The id of the list that every app has without declaring it (fact sheet §8.4; [I], seen in public code). */
const builtinAllId = "20";

/** What the built-in list leaves out (fact sheet §8.4). */
const hiddenInAll = new Set([
  "SUBTABLE",
  "CREATOR",
  "MODIFIER",
  "CREATED_TIME",
  "UPDATED_TIME",
  "REFERENCE_TABLE",
  "GROUP",
  "LABEL",
  "SPACER",
  "HR",
  "CATEGORY",
]);

/** The views that a reader can choose on this device, in order; 「（すべて）」 is the last. */
export function listViews(
  app: {
    readonly views: readonly StoredView[];
    readonly fields: readonly StoredField[];
    readonly process?: { readonly enable: boolean };
  },
  page: { readonly mobile: boolean; readonly allName: string; readonly assigneeName: string },
): ListView[] {
  const own = app.views
    .filter((view) => !page.mobile || view.type !== "CUSTOM" || view.device === "ANY")
    .toSorted((left, right) => Number(left.index) - Number(right.index))
    .map((view): ListView => ({
      id: view.id,
      name: view.builtinType === "ASSIGNEE" ? page.assigneeName : view.name,
      type: view.type,
      fields: view.fields ?? [],
      html: view.html ?? "",
      date: view.date ?? "",
      dateType: app.fields.find((field) => field.code === view.date)?.type ?? "",
      title: view.title ?? "",
      pager: view.type === "CUSTOM" ? view.pager !== false : view.type === "LIST",
      filterCond: view.filterCond,
      sort: view.sort,
    }));
  const all: ListView = {
    id: builtinAllId,
    name: page.allName,
    type: "LIST",
    fields: app.fields
      .filter((field) => isInAll(field) && (app.process?.enable !== false || !field.type.startsWith("STATUS")))
      .map((field) => field.code),
    html: "",
    date: "",
    dateType: "",
    title: "",
    pager: true,
    filterCond: "",
    sort: "",
  };
  return [...own, all];
}

/** The view that an address asks for; the first one when it asks for none or for one that is gone. */
export function chooseView(views: readonly ListView[], id: string | null): ListView | undefined {
  return views.find((view) => view.id === id) ?? views[0];
}

function isInAll(field: StoredField): boolean {
  return !hiddenInAll.has(field.type) && field.property["enabled"] !== false;
}
