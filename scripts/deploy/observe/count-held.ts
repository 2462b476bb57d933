import { quoteText } from "../../../apps-schema/record/quote-text.ts";
import { toColumns } from "../areas/fields.ts";
import { toItems } from "../areas/merge-keyed.ts";
import type { JsonObject } from "../client/json.ts";
import { memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { orNull } from "../client/or-null.ts";
import type { ObservedApp } from "../plan/observed-suite.ts";

/** How many records hold a value in each field (`code`) or chose each option (`code.option`) that would go: one call each. */
export async function countHeld(
  client: KintoneClient,
  app: ObservedApp,
  names: readonly string[],
): Promise<Map<string, number>> {
  const properties = toItems(memberOf(app.areas.fields, "properties"));
  const held = new Map<string, number>();
  for (const name of names) {
    const query = toQuery(properties, name);
    const count = query === null ? null : await countRecords(client, app.id, query);
    if (count !== null) {
      held.set(name, count);
    }
  }
  return held;
}

function toQuery(properties: Readonly<Record<string, JsonObject>>, name: string): string | null {
  const [code = "", ...option] = name.split(".");
  const column = Object.values(properties).find((property) => toColumns(property)[code] !== undefined);
  const property = properties[code] ?? (column === undefined ? undefined : toColumns(column)[code]);
  const type = textOf(property?.["type"]);
  if (property === undefined || type === "GROUP" || type === "REFERENCE_TABLE" || type === "SUBTABLE") {
    return null;
  }
  if (option.length > 0) {
    return `${code} in (${quoteText(option.join("."))})`;
  }
  if (["MULTI_LINE_TEXT", "RICH_TEXT", "FILE"].includes(type)) {
    return `${code} is not empty`;
  }
  // kintone compares choices, people and everything in a table only with "in".
  const isListed = column !== undefined || /BUTTON|DOWN|BOX|SELECT/u.test(type);
  return isListed ? `${code} not in ("")` : `${code} != ""`;
}

async function countRecords(client: KintoneClient, app: string, query: string): Promise<number | null> {
  const params = { app, query: `${query} limit 1`, fields: ["$id"], totalCount: true };
  const answer = await orNull(client.read("/k/v1/records.json", params), "forbidden", "invalid");
  return answer === null ? null : Number(textOf(memberOf(answer, "totalCount")));
}
