import { createHash } from "node:crypto";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { DesiredApp } from "./desired-suite.ts";
import { hasPlaceholder, hashPlaceholder } from "./placeholder.ts";
import { planMessages } from "./plan-messages.ts";
import type { CustomizeItem, PlannedRequest } from "./plan.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addStep, appIdIn, observedApp } from "./suite-draft.ts";

const settingsName = /^machi-dx-settings-[0-9a-f]{8}\.js$/u;

/** What stands for the content in the settings file's name. */
export function hashSettings(content: string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}

/** The settings file's name carries the hash of its content, so the live name alone says whether it is up to date. */
function toSettingsFileName(content: string): string {
  const hash = hasPlaceholder(content) ? hashPlaceholder : hashSettings(content);
  return `machi-dx-settings-${hash}.js`;
}

/** Plans the upload of the settings file, with everyone else's customization kept. Our file runs first. */
export function planCustomize(draft: SuiteDraft, app: DesiredApp): void {
  if (app.settingsScript === null) {
    return;
  }
  const live = observedApp(draft, app.key)?.liveCustomize ?? null;
  const name = toSettingsFileName(app.settingsScript);
  const isPlaced = (place: CustomizeItem["place"]): boolean =>
    live?.items.some((item) => item.place === place && item.file?.name === name) === true;
  if (isPlaced("desktop.js") && isPlaced("mobile.js") && live?.scope === "ALL") {
    return;
  }
  // The uploader deploys the app as well.
  draft.deployed.add(app.key);
  const others = (live?.items ?? []).filter((item) => !settingsName.test(item.file?.name ?? ""));
  addStep(
    draft,
    { app, area: "customize" },
    { message: planMessages.customize },
    {
      requests: listUploaderRequests(app.key, appIdIn(draft, app.key), others),
      customize: { name, content: app.settingsScript, others },
    },
  );
}

/** What @kintone/customize-uploader sends for such a manifest (its dist/commands/index.js), for the reader of the plan. */
function listUploaderRequests(key: AppKey, app: string, others: readonly CustomizeItem[]): PlannedRequest[] {
  const ours = ["desktop.js", "mobile.js"].map((place) => ({ place, file: `settings.${place}` }));
  const files = [...ours, ...others.map(({ place, url, file }) => ({ place, url, file: file?.name }))];
  const itemsAt = (place: string) =>
    files
      .filter((item) => item.place === place)
      .map((item) =>
        "url" in item && item.url !== undefined
          ? { type: "URL", url: item.url }
          : { type: "FILE", file: { fileKey: `\${customize:${key}/${item.file ?? ""}}` } },
      );
  const uploads = files.filter((item) => !("url" in item) || item.url === undefined);
  return [
    ...uploads.map(() => ({ method: "POST" as const, path: "/k/v1/file.json", body: {} })),
    {
      method: "PUT" as const,
      path: "/k/v1/preview/app/customize.json",
      body: {
        app,
        scope: "ALL",
        desktop: { js: itemsAt("desktop.js"), css: itemsAt("desktop.css") },
        mobile: { js: itemsAt("mobile.js"), css: itemsAt("mobile.css") },
      },
    },
    { method: "POST" as const, path: "/k/v1/preview/app/deploy.json", body: { apps: [{ app }] } },
  ];
}
