import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import type { Operation } from "../operation.ts";
import { readId, readText } from "../params.ts";
import { savePluginConfig } from "./save-plugin-config.ts";

/** Ours, not kintone's: kintone's REST API cannot write a plugin's config; the settings page of a plugin calls this. */
export const postPluginConfig: Operation = {
  method: "POST",
  path: "/k/platform/plugin-config.json",
  reach: "live",
  right: "manage",
  run: ({ params, store }) => {
    if (params["config"] === undefined) {
      throw invalidParameter("config", inputMessages.parameterRequired);
    }
    const change = { appId: readId(params, "app"), pluginId: readText(params, "id"), config: params["config"] };
    return { revision: String(savePluginConfig(store, change)) };
  },
};
