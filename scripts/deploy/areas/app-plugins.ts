import { listOf, memberOf, textOf } from "../client/json.ts";
import { planMessages } from "../plan/plan-messages.ts";
import type { AreaDescriptor } from "./area.ts";

/** プラグイン of an app. REST can add them but neither disable nor take them away. `declared.names` says what people call each id. */
export const appPluginsArea: AreaDescriptor = {
  area: "app-plugins",
  resource: "app/plugins",
  message: planMessages.addPlugins,
  verb: "POST",
  members: ["plugins"],
  initial: { plugins: [] },
  merge: ({ declared, observed }) => {
    const present = new Set(listOf(observed["plugins"]).map((plugin) => textOf(memberOf(plugin, "id"))));
    const ids = listOf(declared["ids"]).filter((id) => !present.has(textOf(id)));
    const names = ids.map((id) => textOf(memberOf(declared["names"], textOf(id))) || textOf(id));
    return { body: ids.length === 0 ? null : { ids }, changed: names, lost: [] };
  },
};
