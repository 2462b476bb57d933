import { readAppCopy } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { readPluginLanguage } from "../plugin-language.ts";
import { pluginName } from "../plugin-name.ts";

/** `GET app/plugins.json`: the plugins added to an app, in the order in which their scripts are loaded. */
export const getAppPlugins: Operation = {
  method: "GET",
  path: "/k/v1/app/plugins.json",
  reach: "both",
  right: "manage",
  run: (context) => {
    const language = readPluginLanguage(context);
    const { settings, revision } = readAppCopy(context);
    const seqOf = (id: string): number => context.store.plugins.find(id)?.seq ?? 0;
    const plugins = settings.plugins
      .toSorted((a, b) => seqOf(b.id) - seqOf(a.id))
      .map(({ id, enabled }) => ({ id, name: pluginName(context.store, id, language), enabled }));
    return { plugins, revision };
  },
};
