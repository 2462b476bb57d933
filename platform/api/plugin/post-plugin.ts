import { invalidParameter } from "../../platform-error.ts";
import { pluginFaults } from "../../plugin/plugin-faults.ts";
import type { Operation } from "../operation.ts";
import { takePlugin } from "./take-plugin.ts";

/** `POST plugin.json`: installs a plugin for the whole platform. One that is there is updated with PUT (a guess). */
export const postPlugin: Operation = {
  method: "POST",
  path: "/k/v1/plugin.json",
  reach: "live",
  right: "admin",
  run: (context) => {
    const plugin = takePlugin(context);
    if (context.store.plugins.find(plugin.id) !== null) {
      throw invalidParameter("fileKey", pluginFaults.alreadyInstalled, { id: plugin.id });
    }
    const { id, version } = context.store.plugins.install(plugin);
    return { id, version };
  },
};
