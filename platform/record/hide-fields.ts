import type { AppSettings, LayoutField, LayoutRow, StoredField } from "../store/app-settings.ts";

/**
 * The settings as someone knows them who does not see these fields: without them in the form, the layout and the columns of views.
 * Answers of records, queries and pages are made from such settings, so a hidden field is nowhere to be left out once more.
 */
export function hideFields<T extends Pick<AppSettings, "fields" | "layout" | "views">>(
  settings: T,
  hidden: ReadonlySet<string>,
): T {
  return hidden.size === 0
    ? settings
    : {
        ...settings,
        fields: withoutFields(settings.fields, hidden),
        layout: withoutRows(settings.layout, hidden),
        views: settings.views.map((view) =>
          view.fields === undefined ? view : { ...view, fields: view.fields.filter((code) => !hidden.has(code)) },
        ),
      };
}

function withoutFields(fields: readonly StoredField[], hidden: ReadonlySet<string>): readonly StoredField[] {
  return fields
    .filter((field) => !hidden.has(field.code))
    .map((field) => (field.fields === undefined ? field : { ...field, fields: withoutFields(field.fields, hidden) }));
}

function withoutRows(rows: readonly LayoutRow[], hidden: ReadonlySet<string>): readonly LayoutRow[] {
  return rows.flatMap((row): readonly LayoutRow[] => {
    if (row.type === "GROUP") {
      const layout = withoutRows(row.layout, hidden);
      // A heading over nothing would say that something is kept from the reader (a guess: the help is silent about such groups).
      const isEmptied = namesFields(row.layout) && !namesFields(layout);
      return hidden.has(row.code) || isEmptied ? [] : [{ ...row, layout }];
    }
    if (row.type === "SUBTABLE" && hidden.has(row.code)) {
      return [];
    }
    const fields = row.fields.filter((item) => !isHidden(item, hidden));
    return fields.length === 0 && row.fields.length > 0 ? [] : [{ ...row, fields }];
  });
}

/** Whether there is anything but labels, lines and spaces. */
function namesFields(rows: readonly LayoutRow[]): boolean {
  return rows.some((row) => row.type !== "ROW" || row.fields.some(({ code }) => code !== undefined));
}

function isHidden({ code }: LayoutField, hidden: ReadonlySet<string>): boolean {
  return code !== undefined && hidden.has(code);
}

/** The table or group that each field stands in, by code. */
export function findContainers({ fields, layout }: AppSettings): ReadonlyMap<string, string> {
  const containers = new Map<string, string>();
  for (const field of fields) {
    for (const inner of field.fields ?? []) {
      containers.set(inner.code, field.code);
    }
  }
  for (const row of layout) {
    for (const part of row.type === "GROUP" ? row.layout : []) {
      for (const code of part.type === "ROW" ? part.fields.map((item) => item.code) : [part.code]) {
        if (code !== undefined && row.type === "GROUP") {
          containers.set(code, row.code);
        }
      }
    }
  }
  return containers;
}
