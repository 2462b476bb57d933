import { formatMessage, type Language } from "../../../domain/message.ts";
import { rules } from "../../../domain/rules/rules.ts";
import type { SavedSettings } from "../../core/config/saved-settings.ts";
import { configMessages } from "../config-messages.ts";
import { toSavedSettings } from "../model/relaxed-levels.ts";
import { createElement } from "./create-element.ts";
import { createRuleField } from "./rule-field.ts";

/** The settings screen: one question a rule, saved only when every relaxed rule says why. */
export function createConfigForm(options: {
  readonly settings: SavedSettings;
  readonly language: Language;
  readonly save: (settings: SavedSettings) => void;
  readonly cancel: () => void;
}): HTMLFormElement {
  const { settings, language, save, cancel } = options;
  const say = (key: keyof typeof configMessages) => formatMessage(configMessages[key], language);
  const fields = rules.map((rule) => createRuleField(rule, settings, language));
  const form = createElement("form", "mdx-check-form");
  form.noValidate = true;
  const buttons = createElement("div", "mdx-check-buttons");
  const saveButton = createElement("button", "mdx-check-button mdx-check-button-primary", say("save"));
  saveButton.type = "submit";
  const cancelButton = createElement("button", "mdx-check-button", say("cancel"));
  cancelButton.type = "button";
  cancelButton.addEventListener("click", cancel);
  buttons.append(cancelButton, saveButton);
  form.append(
    createElement("h1", "mdx-check-heading", say("title")),
    createElement("p", "mdx-check-lead", say("intro")),
    ...fields.map((field) => field.element),
    createElement("p", "mdx-check-lead", say("afterSave")),
    buttons,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const incomplete = fields.filter((field) => !field.check());
    if (incomplete.length > 0) {
      incomplete[0]?.focusNote();
      return;
    }
    save(toSavedSettings(fields.map(({ rule, read }) => ({ rule, choice: read() }))));
  });
  return form;
}
