import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { pluginFaults } from "../../plugin/plugin-faults.ts";
import type { Operation } from "../operation.ts";
import { readText } from "../params.ts";
import { takePlugin } from "./take-plugin.ts";

/** `PUT plugin.json`: puts a new package in the place of the installed one; apps keep the plugin and its settings. */
export const putPlugin: Operation = {
  method: "PUT",
  path: "/k/v1/plugin.json",
  reach: "live",
  right: "admin",
  run: (context) => {
    const expected = readText(context.params, "id");
    const plugin = takePlugin(context);
    if (context.store.plugins.find(expected) === null) {
      throw new PlatformError("GAIA_PL01", { id: expected });
    }
    if (plugin.id !== expected) {
      throw invalidParameter("fileKey", pluginFaults.wrongId, { expected, actual: plugin.id });
    }
    const { id, version } = context.store.plugins.install(plugin);
    return { id, version };
  },
};
