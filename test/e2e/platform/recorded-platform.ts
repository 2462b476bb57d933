import { events } from "../../../platform/page/client/kintone/api-catalogue.ts";
import { eventRecorder, leftScript } from "./event-recorder.ts";
import { type PagePlatform, startPagePlatform } from "./page-platform.ts";

const field = (code: string, type = "SINGLE_LINE_TEXT", rest: object = {}): object => ({
  type,
  code,
  label: code,
  ...rest,
});
const names = events.flatMap(({ name, mobile }) => {
  const own = name.replace("{code}", "件名");
  return mobile ? [own, `mobile.${own}`] : [own];
});
/** The number of the app that records. */
export const recordedApp = 2;

/** Two apps, of which the second looks up in the first; its pages record their events and run what a test left for them. */
export async function startRecordedPlatform(): Promise<{ readonly platform: PagePlatform; readonly space: string }> {
  const platform = await startPagePlatform({
    apps: [
      {
        name: "取引先",
        fields: { 会社: field("会社", "SINGLE_LINE_TEXT", { unique: true }), 電話: field("電話") },
        records: [
          { 会社: "山田商店", 電話: "1111" },
          { 会社: "川田商店", 電話: "2222" },
        ],
      },
      {
        name: "案件",
        fields: {
          件名: field("件名"),
          電話: field("電話"),
          会社: field("会社", "SINGLE_LINE_TEXT", {
            lookup: {
              relatedApp: { app: "1" },
              relatedKeyField: "会社",
              fieldMappings: [{ field: "電話", relatedField: "電話" }],
              lookupPickerFields: ["会社"],
              filterCond: "",
              sort: "",
            },
          }),
          明細: { ...field("明細", "SUBTABLE"), fields: { 品: field("品") } },
        },
        views: {
          一覧: { index: "0", type: "LIST", name: "一覧", fields: ["件名"], sort: "$id asc", filterCond: "" },
        },
      },
    ],
  });
  const app = recordedApp;
  const client = platform.client();
  const assignee = { type: "ONE", entities: [{ entity: { type: "FIELD_ENTITY", code: "作成者" } }] };
  await platform.call("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: {
      受付: { name: "受付", index: "0", assignee },
      完了: { name: "完了", index: "1", assignee: { type: "ONE", entities: [] } },
    },
    actions: [{ name: "進める", from: "受付", to: "完了", filterCond: "" }],
  });
  await platform.call("PUT", "/k/v1/preview/app/reports.json", {
    app,
    reports: {
      件名ごと: {
        chartType: "BAR",
        chartMode: "NORMAL",
        index: "0",
        name: "件名ごと",
        groups: [{ code: "件名" }],
        aggregations: [{ type: "COUNT" }],
        filterCond: "",
        sorts: [{ by: "TOTAL", order: "DESC" }],
      },
    },
  });
  await platform.call("PUT", "/k/v1/preview/app/settings.json", { app, description: "<b>受け付けた</b>案件を書く" });
  const upload = async (name: string, text: string): Promise<{ type: "FILE"; file: { fileKey: string } }> => {
    const { fileKey } = await client.file.uploadFile({ file: { name, data: text } });
    return { type: "FILE", file: { fileKey } };
  };
  const everywhere = await upload(
    "domain.js",
    `kintone.events.on(["space.portal.show", "mobile.space.portal.show"], (event) => {
      (globalThis.spaces ??= []).push(event);
      return event;
    });`,
  );
  await platform.call("PUT", "/k/platform/customize.json", {
    desktop: { js: [everywhere] },
    mobile: { js: [everywhere] },
  });
  const recorder = eventRecorder(names) + leftScript;
  await client.app.updateAppCustomize({
    app,
    desktop: { js: [await upload("desktop.js", recorder)], css: [] },
    mobile: { js: [await upload("mobile.js", recorder)], css: [] },
  });
  await client.app.deployApp({ apps: [{ app }] });
  // Only a record that comes into the process gets an assignee.
  await client.record.addAllRecords({
    app,
    records: Array.from({ length: 8 }, (_, index) => ({ 件名: { value: `${index + 1}件目` } })),
  });
  const members = [{ entity: { type: "USER", code: "admin" }, isAdmin: true }] as const;
  const { id } = await client.space.addSpaceFromTemplate({ id: 1, name: "広場", members: [...members] });
  return { platform, space: String(id) };
}
