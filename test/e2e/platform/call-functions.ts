import type { Page } from "playwright-core";
import { functions } from "../../../platform/page/client/kintone/api-catalogue.ts";

/** What a function is called with where nothing is not enough; `null`: it is not called here, another test does it. */
const given: Readonly<Record<string, readonly unknown[] | null>> = {
  "kintone.events.on": ["app.record.none", null],
  "kintone.events.off": ["app.record.none"],
  "kintone.api": null,
  "kintone.Promise": null,
  "kintone.api.url": ["/k/v1/records", true],
  "kintone.api.urlForGet": ["/k/v1/records", { app: 1 }, true],
  "kintone.proxy": null,
  "kintone.proxy.upload": null,
  "kintone.plugin.app.proxy": null,
  "kintone.plugin.app.proxy.upload": null,
  "kintone.plugin.app.setConfig": null,
  "kintone.plugin.app.setProxyConfig": null,
  "kintone.plugin.app.getProxyConfig": ["https://example.jp", "GET"],
  "kintone.showConfirmDialog": null,
  "kintone.mobile.showConfirmBottomSheet": null,
  "kintone.createDialog": [{ title: "x" }],
  "kintone.mobile.createBottomSheet": [{ title: "x" }],
  "kintone.buildPageUrl": ["APP_INDEX", { appId: "1" }],
  "kintone.app.getIcons": [[1]],
  "kintone.user.getIcons": [["admin"]],
  "kintone.setKeyboardShortcuts": [true],
  "kintone.showNotification": ["INFO", "x"],
  "kintone.mobile.showNotification": ["INFO", "x"],
  "kintone.app.showDescription": ["CLOSED"],
  "kintone.app.record.showSideBar": ["OPEN"],
};

/** By the end of the name, for both sides. */
const endings: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/\.record\.set$/u, [{ record: {} }]],
  [/\.setFieldStyle$/u, ["件名", "DEFAULT"]],
  [/\.setRecordListStyle$/u, ["DEFAULT"]],
  [/\.show(?:View|Report)SelectorItems$/u, [{ 1: "VISIBLE" }]],
  [/\.show(?:Status)?ActionButton$/u, ["進める", "VISIBLE"]],
  [/\.show(?:Add|Delete)TableRowButtons$/u, ["明細", "VISIBLE"]],
  [/\.get(?:Add|Delete)TableRowButtonsDisplayState$/u, ["明細"]],
  [/\.showLoading$/u, ["HIDDEN"]],
  [/\.show\w+$/u, ["VISIBLE"]],
  [/\.getStatusHistory$/u, []],
  [/\.(?:setFieldShown|setGroupFieldOpen)$/u, ["件名", true]],
  [/\.get(?:Field\w*|LookupTargetAppId|RelatedRecordsTargetAppId|SpaceElement)$|Field\w+$/u, ["件名"]],
];

/** The names of the catalogue on one side, in its order. */
function namesOn(side: "desktop" | "mobile"): { readonly name: string; readonly where: string }[] {
  return functions.flatMap(({ name, mobile, where }) => {
    const own = side === "mobile" ? mobile : name.startsWith("kintone.mobile.") ? null : name;
    return own === null ? [] : [{ name: own, where }];
  });
}

export type Called = { readonly name: string; readonly isFor: boolean; readonly outcome: string };

/** Calls every function of a side once on the page that is open, and tells what came of each: the kind of its answer, or why not. */
export async function callFunctions(
  page: Page,
  place: { readonly side: "desktop" | "mobile"; readonly kind: string; readonly isApp: boolean },
): Promise<Called[]> {
  const calls = namesOn(place.side).flatMap(({ name, where }) => {
    const known = given[name];
    const args = known === undefined ? (endings.find(([end]) => end.test(name))?.[1] ?? []) : known;
    const isFor =
      where === "all pages" ||
      (place.isApp && where.startsWith("all pages of an app")) ||
      where.split(", ").includes(place.kind);
    return args === null ? [] : [{ name, args, isFor }];
  });
  // A text, because the test's own types know no `kintone`.
  const outcomes: unknown = await page.evaluate(`(async (calls) => {
    const outcomes = [];
    for (const { name, args } of calls) {
      try {
        const own = name.split(".").slice(1).reduce((at, part) => at[part], kintone);
        const value = await own(...args);
        outcomes.push(value === null ? "null" : value instanceof Element ? "element" : Array.isArray(value) ? "array" : typeof value);
      } catch (error) {
        outcomes.push("refused: " + error.message);
      }
    }
    return outcomes;
  })(${JSON.stringify(calls)})`);
  return calls.map(({ name, isFor }, index) => ({
    name,
    isFor,
    outcome: Array.isArray(outcomes) ? String(outcomes[index]) : "",
  }));
}
