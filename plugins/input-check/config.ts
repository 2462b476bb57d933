import { loadSettings } from "../core/config/load-settings.ts";
import { toPluginConfig } from "../core/config/saved-settings.ts";
import { currentPluginId, currentUser, savePluginConfig } from "../core/kintone/environment.ts";
import { createConfigForm } from "./view/config-form.ts";
// A style sheet is imported for its effect: it has nothing to assign.
// oxlint-disable-next-line import/no-unassigned-import
import "./view/config.css";

const { ruleLevels, ruleNotes } = loadSettings(currentPluginId());

document.querySelector("#mdx-check-config")?.append(
  createConfigForm({
    settings: { ruleLevels, ruleNotes },
    language: currentUser().language,
    save: (settings) => savePluginConfig(toPluginConfig(settings)),
    cancel: () => globalThis.history.back(),
  }),
);
