import type { AppSettings, StoredField, StoredView } from "../store/app-settings.ts";
import { addFault, addRefusal, placeOf, placeOfNamed, type Place } from "./fault.ts";
import { codeOfType, findField } from "./find-field.ts";
import { readFlag, readInteger, readList, readObject, readText, readWord } from "./read-value.ts";
import { settingsText, textTooMany } from "./text.ts";

/** What reading views needs beside the app: numbers for new views and the check of conditions and orders. */
export type ViewSource = {
  readonly settings: AppSettings;
  readonly allocateViewId: () => number;
  readonly checkCondition: QueryCheck;
  readonly checkSort: QueryCheck;
};

/** Adds a fault when a condition or an order cannot be used with the app's fields. */
export type QueryCheck = (place: Place, text: string) => void;

const viewLimit = 1000;
const typesNotInList = new Set(["GROUP", "REFERENCE_TABLE", "LABEL", "SPACER", "HR"]);
const dateTypes = new Set(["DATE", "DATETIME", "CREATED_TIME", "UPDATED_TIME"]);

/**
 * `views` of `PUT preview/app/views.json`, in display order. Views that are not listed are deleted; a key names a view that exists
 * (`name` renames it, its id stays) or, with the same `name`, a new one.
 */
export function parseViews(place: Place, raw: unknown, source: ViewSource): readonly StoredView[] {
  const sent = readObject(place, raw);
  const before = source.settings.views;
  if (sent === null) {
    addFault(place, settingsText.required);
    return before;
  }
  const entries = Object.entries(sent);
  if (entries.length > viewLimit) {
    addFault(place, textTooMany(viewLimit));
  }
  const builtin = before.find((view) => view.builtinType !== undefined);
  if (source.settings.process.enable && builtin !== undefined && !Object.hasOwn(sent, builtin.name)) {
    addRefusal(place, "GAIA_IL44", {});
  }
  const views = entries
    .map(([name, entry]) => readView(placeOfNamed(place, name), entry, { name, source }))
    .filter((view) => view !== null);
  checkNames(place, views);
  return views
    .toSorted((a, b) => Number(a.index) - Number(b.index))
    .map((view, index) => ({ ...view, index: String(index) }));
}

function checkNames(place: Place, views: readonly StoredView[]): void {
  const seen = new Set<string>();
  for (const view of views) {
    if (seen.has(view.name)) {
      addFault(placeOf(placeOfNamed(place, view.name), "name"), settingsText.nameTwice);
    }
    seen.add(view.name);
  }
}

type Raw = Readonly<Record<string, unknown>>;

function readView(
  place: Place,
  raw: unknown,
  key: { readonly name: string; readonly source: ViewSource },
): StoredView | null {
  const { name, source } = key;
  const sent = readObject(place, raw);
  if (sent === null) {
    return null;
  }
  const before = source.settings.views.find((view) => view.name === name) ?? null;
  const namePlace = placeOf(place, "name");
  const newName = readText(namePlace, sent["name"], { initial: name, required: before === null, max: 64 });
  if (before === null && newName !== "" && newName !== name && sent["name"] !== undefined) {
    addFault(namePlace, settingsText.nameDiffersFromKey);
  }
  if (sent["type"] === undefined && before === null) {
    addFault(placeOf(place, "type"), settingsText.required);
  }
  const type = readWord(placeOf(place, "type"), sent["type"], {
    words: ["LIST", "CALENDAR", "CUSTOM"],
    initial: before?.type ?? "LIST",
  });
  const index = readInteger(placeOf(place, "index"), sent["index"], {
    initial: "0",
    min: 0,
    max: 2_147_483_647,
    required: true,
  });
  const { fields } = source.settings;
  const filterCond = readText(placeOf(place, "filterCond"), sent["filterCond"], { initial: before?.filterCond ?? "" });
  const sort = readText(placeOf(place, "sort"), sent["sort"], { initial: before?.sort ?? initialSort(fields) });
  source.checkCondition(placeOf(place, "filterCond"), filterCond);
  source.checkSort(placeOf(place, "sort"), sort);
  return {
    id: before?.id ?? String(source.allocateViewId()),
    index,
    name: newName,
    type,
    ...(before?.builtinType === undefined ? {} : { builtinType: before.builtinType }),
    ...readForm(place, sent, { type, before, fields }),
    filterCond,
    sort,
  };
}

function initialSort(fields: readonly StoredField[]): string {
  return `${codeOfType(fields, "RECORD_NUMBER")} desc`;
}

type FormSource = {
  readonly type: StoredView["type"];
  readonly before: StoredView | null;
  readonly fields: readonly StoredField[];
};

/** The keys that only one type of view has. */
function readForm(place: Place, sent: Raw, { type, before, fields }: FormSource): Partial<StoredView> {
  switch (type) {
    case "LIST":
      return { fields: readListFields(placeOf(place, "fields"), sent["fields"], { before, fields }) };
    case "CALENDAR":
      return {
        date: readCalendarField(placeOf(place, "date"), sent["date"], {
          fields,
          initial: before?.date ?? codeOfType(fields, "CREATED_TIME"),
          fits: (field) => dateTypes.has(field.type),
        }),
        title: readCalendarField(placeOf(place, "title"), sent["title"], {
          fields,
          initial: before?.title ?? codeOfType(fields, "RECORD_NUMBER"),
          fits: (field) => !typesNotInList.has(field.type) && field.type !== "SUBTABLE",
        }),
      };
    case "CUSTOM":
      break;
  }
  return {
    html: readText(placeOf(place, "html"), sent["html"], { initial: before?.html ?? "" }),
    pager: readFlag(placeOf(place, "pager"), sent["pager"], before?.pager ?? true),
    device: readWord(placeOf(place, "device"), sent["device"], {
      words: ["DESKTOP", "ANY"],
      initial: before?.device ?? "DESKTOP",
    }),
  };
}

function readListFields(
  place: Place,
  raw: unknown,
  { before, fields }: Pick<FormSource, "before" | "fields">,
): readonly string[] {
  const list = readList(place, raw);
  if (list === null) {
    if (before?.fields === undefined) {
      addFault(place, settingsText.required);
    }
    return before?.fields ?? [];
  }
  return list.map((item, index) => {
    const here = placeOf(place, index);
    const code = readText(here, item, { initial: "", required: true });
    const field = findField(fields, code);
    if (field === undefined) {
      addRefusal(here, "GAIA_FC01", { code });
    } else if (typesNotInList.has(field.type)) {
      addFault(here, settingsText.wrongFieldForUse);
    }
    return code;
  });
}

function readCalendarField(
  place: Place,
  raw: unknown,
  rule: {
    readonly fields: readonly StoredField[];
    readonly initial: string;
    readonly fits: (field: StoredField) => boolean;
  },
): string {
  const code = readText(place, raw, { initial: rule.initial });
  const field = findField(rule.fields, code);
  if (field === undefined) {
    addRefusal(place, "GAIA_FC01", { code });
  } else if (!rule.fits(field)) {
    addFault(place, settingsText.wrongFieldForUse);
  }
  return code;
}

/** 「（作業者が自分）」, which an app has while its process management is on (fact sheet §8.4). */
export function createAssigneeView(fields: readonly StoredField[], id: number, index: number): StoredView {
  const listed = fields.filter((field) => !hiddenInAssigneeView.has(field.type)).map((field) => field.code);
  return {
    id: String(id),
    index: String(index),
    name: "（作業者が自分）",
    type: "LIST",
    builtinType: "ASSIGNEE",
    fields: listed,
    filterCond: `${codeOfType(fields, "STATUS_ASSIGNEE")} in (LOGINUSER())`,
    sort: initialSort(fields),
  };
}

/** As the list of everything: no tables, no authors and times, no related records, groups and categories (help "whatsview"). */
const hiddenInAssigneeView = new Set([
  "SUBTABLE",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "REFERENCE_TABLE",
  "GROUP",
  "CATEGORY",
]);
