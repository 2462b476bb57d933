import type { Json, JsonObject } from "../client/json.ts";
import { isJsonObject, listOf, memberOf, textOf } from "../client/json.ts";
import { covers } from "../plan/covers.ts";
import { planMessages } from "../plan/plan-messages.ts";
import type { AreaDescriptor } from "./area.ts";

/** フォームの並び: the declared order, then every row that holds something only the domain has. */
export const layoutArea: AreaDescriptor = {
  area: "layout",
  resource: "app/form/layout",
  message: planMessages.layout,
  members: ["layout"],
  initial: { layout: [] },
  merge: ({ declared, observed, mode }) => {
    const [wanted, present] = [listOf(declared["layout"]), listOf(observed["layout"])];
    const layout = mode === "mirror" ? wanted : mergeLayout(wanted, present);
    const isSame = mode === "add" ? holdsAll(present, wanted) : covers(present, layout);
    return { body: isSame ? null : { layout }, changed: [], lost: [] };
  },
};

function holdsAll(present: readonly Json[], wanted: readonly Json[]): boolean {
  const names = new Set(present.flatMap((row) => [...namesIn(row), ...columnsIn(row)]));
  return wanted.flatMap((row) => [...namesIn(row), ...columnsIn(row)]).every((name) => names.has(name));
}

function columnsIn(row: Json): string[] {
  return isJsonObject(row) && row["type"] === "SUBTABLE"
    ? listOf(row["fields"]).map((cell) => textOf(memberOf(cell, "code")))
    : [];
}

/** kintone refuses a layout that leaves a field of the form out, and staff's own fields must stay where they can be used. */
export function mergeLayout(declared: readonly Json[], observed: readonly Json[]): Json[] {
  const names = new Set(declared.flatMap((row) => namesIn(row)));
  return [...declared.map((row) => keepColumns(row, observed)), ...observed.flatMap((row) => keepForeign(row, names))];
}

/** A declared table with the columns that only the domain has behind its own. */
function keepColumns(row: Json, observed: readonly Json[]): Json {
  if (!isJsonObject(row) || row["type"] !== "SUBTABLE") {
    return row;
  }
  const present = observed.find((each) => isJsonObject(each) && each["code"] === row["code"]);
  const columns = listOf(row["fields"]);
  const codes = new Set(columns.map((column) => textOf(memberOf(column, "code"))));
  const extra = listOf(memberOf(present, "fields")).filter((column) => !codes.has(textOf(memberOf(column, "code"))));
  return extra.length === 0 ? row : { ...row, fields: [...columns, ...extra] };
}

/** Field codes of a row, and `#id` for an empty element that scripts draw into. */
function namesIn(row: Json): string[] {
  if (!isJsonObject(row)) {
    return [];
  }
  const own = nameOf(row);
  // A table is one thing: its columns are part of it and cannot stand elsewhere.
  const inner = row["type"] === "SUBTABLE" ? [] : [...listOf(row["fields"]), ...listOf(row["layout"])];
  return [...(own === null ? [] : [own]), ...inner.flatMap((each) => namesIn(each))];
}

function nameOf(item: JsonObject): string | null {
  const code = textOf(item["code"]);
  const elementId = textOf(item["elementId"]);
  if (code !== "") {
    return code;
  }
  return item["type"] === "SPACER" && elementId !== "" ? `#${elementId}` : null;
}

/** The part of an observed row that no declaration places; decorations of ours that are gone are not kept. */
function keepForeign(row: Json, declared: ReadonlySet<string>): Json[] {
  if (!isJsonObject(row)) {
    return [];
  }
  const isForeign = (item: Json): boolean => {
    const name = isJsonObject(item) ? nameOf(item) : null;
    return name !== null && !declared.has(name);
  };
  if (row["type"] === "SUBTABLE") {
    return isForeign(row) ? [row] : [];
  }
  if (row["type"] === "GROUP") {
    const rows = listOf(row["layout"]).flatMap((each) => keepForeign(each, declared));
    if (isForeign(row)) {
      return [{ ...row, layout: rows }];
    }
    return rows;
  }
  const fields = listOf(row["fields"]).filter((item) => isForeign(item));
  return fields.length === 0 ? [] : [{ ...row, fields }];
}
