import { parseProcess } from "../../settings/parse-process.ts";
import { createAssigneeView } from "../../settings/parse-views.ts";
import type { AppSettings, StoredView } from "../../store/app-settings.ts";
import { allocateViewId } from "../allocate-view-id.ts";
import { writeSettings } from "../app-access.ts";
import { createQueryChecks } from "../check-queries.ts";
import type { Operation } from "../operation.ts";
import { principalExists } from "../principal-exists.ts";

/** `PUT preview/app/status.json`; switching the process on brings the view 「（作業者が自分）」, switching it off takes it away. */
export const putStatus: Operation = {
  method: "PUT",
  path: "/k/v1/app/status.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { revision } = writeSettings(context, ({ id, preview }, place) => {
      const process = parseProcess(place, context.params, {
        settings: preview,
        principalExists: (type, code) => principalExists(context.store, type, code),
        checkCondition: createQueryChecks(context, preview).checkCondition,
        allocateId: () => context.store.apps.allocateId(id),
      });
      return withAssigneeView({ ...preview, process }, () => allocateViewId(context.store));
    });
    return { revision };
  },
};

function withAssigneeView(settings: AppSettings, allocateId: () => number): AppSettings {
  const others = settings.views.filter((view) => view.builtinType === undefined);
  if (!settings.process.enable) {
    return { ...settings, views: renumber(others) };
  }
  if (others.length < settings.views.length) {
    return settings;
  }
  return { ...settings, views: [...others, createAssigneeView(settings.fields, allocateId(), others.length)] };
}

function renumber(views: readonly StoredView[]): readonly StoredView[] {
  return views.map((view, index) => ({ ...view, index: String(index) }));
}
