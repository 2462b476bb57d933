import type { JsonObject } from "../client/json.ts";
import { textOf } from "../client/json.ts";
import { assigneeViewPlaceholder } from "../plan/placeholder.ts";
import { planMessages } from "../plan/plan-messages.ts";
import type { AreaDescriptor } from "./area.ts";
import { mergeKeyed, toItems } from "./merge-keyed.ts";

/**
 * 一覧. With process management on, kintone keeps its own list 「（作業者が自分）」 and refuses a PUT without it (GAIA_IL44). Where an
 * earlier step of this plan switches the process on, its name is looked up when the plan is applied.
 */
export const viewsArea: AreaDescriptor = {
  area: "views",
  resource: "app/views",
  message: planMessages.views,
  members: ["views"],
  initial: { views: {} },
  renames: "views",
  merge: ({ key, declared, observed, mode, renamed, hasProcess }) => {
    const views = toItems(declared["views"]);
    const present = toItems(observed["views"]);
    const { items, isSame, changed, lost } = mergeKeyed({
      declared: views,
      observed: present,
      mode,
      renamed,
      isBuiltin,
    });
    if (isSame) {
      return { body: null, changed, lost };
    }
    const isThere = Object.values(present).some(isBuiltin);
    const name = assigneeViewPlaceholder(key);
    const own =
      hasProcess && !isThere ? { [name]: { type: "LIST", name, index: String(Object.keys(items).length) } } : {};
    return { body: { views: { ...items, ...own } }, changed, lost };
  },
};

function isBuiltin(view: JsonObject): boolean {
  return textOf(view["builtinType"]) !== "";
}
