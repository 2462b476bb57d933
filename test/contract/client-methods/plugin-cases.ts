import { packPlugin } from "./pack-plugin.ts";
import { type Case, type Course, revision } from "./course.ts";

/** Plugins, and the app as it is after its deploy. */
export function createPluginCases(course: Course): readonly Case[] {
  const { take, keepOf, app, deploy } = course;
  const uploadPlugin = async (version: string): Promise<string> =>
    (await course.client.file.uploadFile({ file: { name: "plugin.zip", data: await packPlugin(version) } })).fileKey;
  return [
    [
      "plugin.installPlugin",
      async () => keepOf("plugin", course.client.plugin.installPlugin({ fileKey: await uploadPlugin("1") }), "id"),
      { version: "1" },
    ],
    [
      "plugin.updatePlugin",
      async () => course.client.plugin.updatePlugin({ id: take("plugin"), fileKey: await uploadPlugin("2") }),
      { version: "2" },
    ],
    ["plugin.getPlugins", () => course.client.plugin.getPlugins({}), { plugins: [{ version: "2" }] }],
    ["app.addPlugins", () => course.client.app.addPlugins({ app: app(), ids: [take("plugin")] }), revision],
    [
      "app.getPlugins",
      () => course.client.app.getPlugins({ app: app(), preview: true }),
      { plugins: [{ enabled: true }] },
    ],
    ["plugin.getApps", () => course.client.plugin.getApps({ id: take("plugin") }), { apps: [{ name: "事業" }] }],
    ["plugin.getRequiredPlugins", () => course.client.plugin.getRequiredPlugins({}), { plugins: [] }],
    ["app.deployApp", deploy, {}],
    [
      "app.getDeployStatus",
      () => course.client.app.getDeployStatus({ apps: [app()] }),
      { apps: [{ status: "SUCCESS" }] },
    ],
    ["app.getApp", () => course.client.app.getApp({ id: app() }), { name: "事業", spaceId: null }],
    ["app.getApps", () => course.client.app.getApps({ name: "事業" }), { apps: [{ name: "事業" }] }],
    ["app.getStatistics", () => course.client.app.getStatistics({}), { apps: [{ name: "事業", status: "ACTIVATED" }] }],
  ];
}
