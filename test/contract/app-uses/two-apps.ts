import { startTestPlatform, type TestPlatform } from "../harness.ts";

/** A target with an app of sales, and another one of bills that its actions lead to. */
export async function startTwoApps(): Promise<{ platform: TestPlatform; app: string; other: string }> {
  const platform = await startTestPlatform();
  const client = platform.client();
  const app = (await client.app.addApp({ name: "売上" })).app;
  const other = (await client.app.addApp({ name: "請求" })).app;
  await client.app.addFormFields({
    app,
    properties: {
      部署: { type: "DROP_DOWN", code: "部署", label: "部署", options: { 甲: { label: "甲", index: "0" } } },
      日: { type: "DATE", code: "日", label: "日" },
      額: { type: "NUMBER", code: "額", label: "額" },
      文: { type: "MULTI_LINE_TEXT", code: "文", label: "文" },
    },
  });
  await client.app.addFormFields({
    app: other,
    properties: {
      名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" },
      元: { type: "LINK", code: "元", label: "元", protocol: "WEB" },
    },
  });
  await client.app.deployApp({ apps: [{ app }, { app: other }] });
  return { platform, app, other };
}
