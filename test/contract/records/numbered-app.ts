import { startTestPlatform, type TestPlatform } from "../harness.ts";

/** A target with an app whose records have a number that may not repeat. */
export async function startNumberedApp(): Promise<{ platform: TestPlatform; app: string }> {
  const platform = await startTestPlatform();
  const client = platform.client();
  const { app } = await client.app.addApp({ name: "実施事項" });
  await client.app.addFormFields({
    app,
    properties: {
      番号: { type: "SINGLE_LINE_TEXT", code: "番号", label: "番号", unique: true, required: true },
      名称: { type: "SINGLE_LINE_TEXT", code: "名称", label: "名称", maxLength: "10" },
      割合: { type: "NUMBER", code: "割合", label: "割合" },
      工程: {
        type: "SUBTABLE",
        code: "工程",
        label: "工程",
        fields: { 段階: { type: "SINGLE_LINE_TEXT", code: "段階", label: "段階" } },
      },
    },
  });
  await client.app.deployApp({ apps: [{ app }] });
  return { platform, app };
}

/** A record of this app. */
export function record(number: string, name = ""): Record<string, { value: string }> {
  return { 番号: { value: number }, 名称: { value: name } };
}
