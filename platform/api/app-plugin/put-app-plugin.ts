import { PlatformError } from "../../platform-error.ts";
import { writeSettings } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { readBoolean, readText } from "../params.ts";

/** `PUT /k/platform/app-plugin.json`: app, id, enabled → {revision}. Ours: kintone's page turns plugins off, its REST API does not. */
export const putAppPlugin: Operation = {
  method: "PUT",
  path: "/k/platform/app-plugin.json",
  reach: "live",
  right: "manage",
  run: (context) => {
    const id = readText(context.params, "id");
    const enabled = readBoolean(context.params, "enabled");
    const { revision } = writeSettings(context, ({ preview }) => {
      requireAdded(preview.plugins, id);
      return { ...preview, plugins: preview.plugins.map((item) => (item.id === id ? { ...item, enabled } : item)) };
    });
    return { revision };
  },
};

/** `DELETE /k/platform/app-plugin.json`: app, id → {revision}. The plugin's settings for this app go with it. */
export const deleteAppPlugin: Operation = {
  method: "DELETE",
  path: "/k/platform/app-plugin.json",
  reach: "live",
  right: "manage",
  run: (context) => {
    const id = readText(context.params, "id");
    const { revision } = writeSettings(context, ({ preview }) => {
      requireAdded(preview.plugins, id);
      return { ...preview, plugins: preview.plugins.filter((item) => item.id !== id) };
    });
    return { revision };
  },
};

function requireAdded(plugins: readonly { readonly id: string }[], id: string): void {
  if (!plugins.some((item) => item.id === id)) {
    throw new PlatformError("GAIA_PL01", { id });
  }
}
