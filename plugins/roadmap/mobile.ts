import { currentPluginId } from "../core/kintone/environment.ts";
import { onKintone } from "../core/kintone/events.ts";
import { prefillSubItem } from "./prefill-sub-item.ts";
import { showRoadmap } from "./show-roadmap.ts";

const pluginId = currentPluginId();

// Eager: part of this file, which a plugin's zip needs, but evaluated only when called, so that React costs nothing elsewhere.
const evaluateView = async () => (await import(/* webpackMode: "eager" */ "./view/mount-mobile.tsx")).mountMobile;

onKintone("mobile.app.record.index.show", (event) => showRoadmap(event, pluginId, evaluateView));
onKintone("mobile.app.record.create.show", (event) => prefillSubItem(event, globalThis.location.search));
