import { toLocalCalendarDate } from "../../domain/calendar-date.ts";
import { loadSettings } from "../core/config/load-settings.ts";
import {
  createPageUrl,
  currentAppId,
  currentUser,
  isMobilePage,
  mayAddRecords,
  recordPageUrl,
} from "../core/kintone/environment.ts";
import type { KintoneEvent } from "../core/kintone/kintone-event.ts";
import { loadRecord, loadRecords, saveRecord } from "../core/kintone/records.ts";
import { subItemParameter } from "./prefill-sub-item.ts";
import type { Mounting } from "./view/mount-root.tsx";

/** The element that the custom view 工程表 holds. */
const elementId = "machi-dx-roadmap";

/** Draws the road map where the page is the custom view 工程表; on any other list nothing is loaded or evaluated. */
export async function showRoadmap(
  event: KintoneEvent,
  pluginId: string,
  evaluateView: () => Promise<(mounting: Mounting) => void>,
): Promise<void> {
  const element = event.viewType === "custom" ? document.getElementById(elementId) : null;
  const app = currentAppId();
  if (element === null || app === null) {
    return;
  }
  const settings = loadSettings(pluginId);
  const apps = { ...settings.apps, action: app };
  const mobile = isMobilePage();
  const [mayAdd, mount, { loadPlan }] = await Promise.all([
    mayAddRecords(),
    evaluateView(),
    import(/* webpackMode: "eager" */ "./data/load-plan.ts"),
  ]);
  mount({
    element,
    language: currentUser().language,
    env: {
      app,
      today: toLocalCalendarDate(new Date()),
      levels: settings.ruleLevels,
      load: (onProgress) => loadPlan({ load: loadRecords, apps, onProgress }),
      gate: { load: (id) => loadRecord(app, id), save: (change) => saveRecord({ app, ...change }) },
      recordUrl: (id) => recordPageUrl({ app, id, mobile }),
      createUrl: mayAdd
        ? (subItemId) => `${createPageUrl({ app, mobile })}?${subItemParameter}=${encodeURIComponent(subItemId)}`
        : null,
    },
  });
}
