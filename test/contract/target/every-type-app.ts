import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { TestPlatform } from "../harness.ts";

const options = { 甲: { label: "甲", index: "0" }, 乙: { label: "乙", index: "1" } };
const column = (type: string, code: string, rest: object = {}) => ({ [code]: { type, code, label: code, ...rest } });

/** One field of each type that holds a value; the code is the type. */
const everyType = {
  ...column("SINGLE_LINE_TEXT", "text"),
  ...column("MULTI_LINE_TEXT", "lines"),
  ...column("RICH_TEXT", "rich"),
  ...column("NUMBER", "number"),
  ...column("CALC", "calc", { expression: "number * 2" }),
  ...column("RADIO_BUTTON", "radio", { options }),
  ...column("DROP_DOWN", "drop", { options }),
  ...column("CHECK_BOX", "check", { options }),
  ...column("MULTI_SELECT", "multi", { options }),
  ...column("DATE", "date"),
  ...column("TIME", "time"),
  ...column("DATETIME", "datetime"),
  ...column("LINK", "link", { protocol: "WEB" }),
  ...column("FILE", "file"),
  ...column("USER_SELECT", "user"),
  ...column("ORGANIZATION_SELECT", "organization"),
  ...column("GROUP_SELECT", "group"),
};

const inTable = {
  ...column("SINGLE_LINE_TEXT", "t_text"),
  ...column("MULTI_LINE_TEXT", "t_lines"),
  ...column("NUMBER", "t_number"),
  ...column("CALC", "t_calc", { expression: "t_number + number" }),
  ...column("RADIO_BUTTON", "t_radio", { options }),
  ...column("DROP_DOWN", "t_drop", { options }),
  ...column("CHECK_BOX", "t_check", { options }),
  ...column("MULTI_SELECT", "t_multi", { options }),
  ...column("DATE", "t_date"),
  ...column("TIME", "t_time"),
  ...column("DATETIME", "t_datetime"),
  ...column("LINK", "t_link", { protocol: "WEB" }),
  ...column("FILE", "t_file"),
  ...column("USER_SELECT", "t_user"),
};

/** Makes and deploys an app with the given fields. */
export async function makeApp(
  target: TestPlatform,
  name: string,
  properties: Readonly<Record<string, object>>,
): Promise<string> {
  const { app } = await target.client().app.addApp({ name });
  const added = await target.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app, properties } });
  if (added.status !== 200) {
    throw new Error(JSON.stringify(added.body));
  }
  await target.client().app.deployApp({ apps: [{ app }] });
  return app;
}

/** An app with a field of every type at the top and in a table. */
export async function makeEveryTypeApp(target: TestPlatform): Promise<string> {
  return makeApp(target, "すべての種類", {
    ...everyType,
    table: { type: "SUBTABLE", code: "table", label: "table", fields: inTable },
  });
}

/** A process of two steps that anybody may take. */
export async function enableProcess(client: KintoneRestAPIClient, app: string): Promise<void> {
  await client.app.updateProcessManagement({
    app,
    enable: true,
    states: {
      未処理: { index: 0, assignee: { type: "ONE", entities: [] } },
      処理中: { index: 1, assignee: { type: "ONE", entities: [] } },
      完了: { index: 2, assignee: { type: "ONE", entities: [] } },
    },
    actions: [
      { name: "始める", from: "未処理", to: "処理中" },
      { name: "終える", from: "処理中", to: "完了" },
    ],
  });
  await client.app.deployApp({ apps: [{ app }] });
}

/** Field code of the form, `text` → `{ text: column }`: for apps of a single case. */
export { column as field };
