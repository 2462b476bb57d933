import { formatMessage, type Language } from "../../../domain/message.ts";
import type { JudgedApp, Rule, RuleLevel } from "../../../domain/rules/rule.ts";
import type { SavedSettings } from "../../core/config/saved-settings.ts";
import { configMessages } from "../config-messages.ts";
import { judgedSchemas } from "../model/judged-app.ts";
import { type Choice, isRelaxed, listLevels, readChoice } from "../model/relaxed-levels.ts";
import { createElement } from "./create-element.ts";

export type RuleField = {
  readonly rule: Rule;
  readonly element: HTMLFieldSetElement;
  readonly read: () => Choice;
  /** Shows what is missing; true when nothing is. */
  readonly check: () => boolean;
  readonly focusNote: () => void;
};

const judgedApps = ["action", "kpi", "kpi_value"] as const satisfies readonly JudgedApp[];

/** One rule on the settings screen: its name, what it says, its level, and why it was relaxed. */
export function createRuleField(rule: Rule, settings: SavedSettings, language: Language): RuleField {
  const say = (key: keyof typeof configMessages, params: Record<string, string> = {}) =>
    formatMessage(configMessages[key], language, params);
  const id = `mdx-check-rule-${rule.id.toLowerCase()}`;
  const saved = readChoice(rule, settings);
  const apps = judgedApps.filter((app) => rule.judges[app]).map((app) => judgedSchemas[app].name);

  const element = createElement("fieldset", "mdx-check-rule");
  element.append(
    createElement("legend", "mdx-check-rule-name", rule.name[language]),
    createElement("p", "mdx-check-rule-id", say("apps", { id: rule.id, apps: apps.join("・") })),
    createElement("p", "mdx-check-rule-says", say("says", { says: rule.says[language] })),
  );
  let level: RuleLevel | "off" = saved.level;
  const note = createNote(id, saved.note, say);
  const read = (): Choice => ({ level, note: note.input.value });
  const showNote = () => {
    note.element.hidden = !isRelaxed(rule, read());
  };
  if (rule.canBeRelaxed) {
    for (const offered of listLevels(rule)) {
      const text = offered === rule.level ? say("initial", { level: say(offered) }) : say(offered);
      const option = createRadio(id, { offered, text, checked: offered === level }, () => {
        level = offered;
        showNote();
      });
      element.append(option);
    }
    element.append(note.element);
  } else {
    element.append(createElement("p", "mdx-check-rule-fixed", say("fixed")));
  }
  showNote();
  return {
    rule,
    element,
    read,
    check: () => {
      const isMissing = isRelaxed(rule, read()) && note.input.value.trim() === "";
      note.error.textContent = isMissing ? say("noteMissing") : "";
      note.input.setAttribute("aria-invalid", String(isMissing));
      return !isMissing;
    },
    focusNote: () => note.input.focus(),
  };
}

function createRadio(
  name: string,
  { offered, text, checked }: { readonly offered: string; readonly text: string; readonly checked: boolean },
  choose: () => void,
): HTMLLabelElement {
  const label = createElement("label", "mdx-check-level-option");
  const input = createElement("input", "");
  input.type = "radio";
  input.name = name;
  input.value = offered;
  input.checked = checked;
  input.addEventListener("change", choose);
  label.append(input, createElement("span", "", text));
  return label;
}

function createNote(id: string, value: string, say: (key: keyof typeof configMessages) => string) {
  const element = createElement("div", "mdx-check-note");
  const input = createElement("input", "mdx-check-input");
  input.type = "text";
  input.id = `${id}-note`;
  input.value = value;
  input.maxLength = 200;
  const help = createElement("p", "mdx-check-help", say("noteHelp"));
  help.id = `${id}-help`;
  const error = createElement("p", "mdx-check-error");
  error.id = `${id}-error`;
  error.setAttribute("role", "alert");
  input.setAttribute("aria-describedby", `${help.id} ${error.id}`);
  const label = createElement("label", "mdx-check-label", say("note"));
  label.htmlFor = input.id;
  element.append(label, help, input, error);
  return { element, input, error };
}
