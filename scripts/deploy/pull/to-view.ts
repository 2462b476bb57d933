import type { SystemCode, View } from "../../../apps-schema/schema/view.ts";
import type { Json } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import { parseConditions } from "./parse-condition.ts";

const systemCodes: readonly SystemCode[] = ["ステータス", "作業者", "作成者", "更新日時"];

/** A view in the words of declarations; null when it shows or asks for what they do not know. */
export function toView(name: string, view: Json, codes: ReadonlySet<string>): View | null {
  const filter = parseConditions(textOf(memberOf(view, "filterCond")));
  const sort = parseSort(textOf(memberOf(view, "sort")));
  const columns = listOf(memberOf(view, "fields")).map(textOf);
  const named = [
    ...columns,
    ...(filter?.where ?? []).map(({ field }) => field),
    ...(sort ?? []).map(([field]) => field),
  ];
  if (filter === null || sort === null || named.some((code) => !codes.has(code) && !isSystemCode(code))) {
    return null;
  }
  switch (textOf(memberOf(view, "type"))) {
    case "LIST":
      return { type: "LIST", name, columns, ...filter, sort };
    case "CUSTOM": {
      const device = textOf(memberOf(view, "device"));
      const html = textOf(memberOf(view, "html"));
      const pager = memberOf(view, "pager") === true;
      return filter.joint === "or" || (device !== "ANY" && device !== "DESKTOP")
        ? null
        : { type: "CUSTOM", name, html, pager, device, where: filter.where, joint: "and", sort };
    }
    default:
      return null;
  }
}

/** Whether it is what kintone itself keeps of a record and declarations have a word for. */
export function isSystemCode(code: string): boolean {
  return systemCodes.some((each) => each === code);
}

function parseSort(text: string): [string, "asc" | "desc"][] | null {
  const keys = text.split(",").map((part) => part.trim());
  const parsed = keys.flatMap((part): [string, "asc" | "desc"][] => {
    const [field = "", direction = "", ...rest] = part.split(/\s+/u);
    return rest.length === 0 && (direction === "asc" || direction === "desc") ? [[field, direction]] : [];
  });
  return text === "" ? [] : parsed.length === keys.length ? parsed : null;
}
