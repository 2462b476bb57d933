import { formatMessage, type Language } from "../../../domain/message.ts";
import type { Finding } from "../../../domain/rules/judge-record.ts";
import type { JudgedApp, RuleLevel } from "../../../domain/rules/rule.ts";
import { fieldElement } from "../../core/kintone/environment.ts";
import { messages } from "../messages.ts";
import { describePath } from "../model/describe-path.ts";
import type { SortedFindings } from "../model/sort-findings.ts";
import { createElement } from "./create-element.ts";

export type Panel = {
  readonly app: JudgedApp;
  readonly found: SortedFindings;
  readonly editUrl: string;
  readonly language: Language;
};

const id = "machi-dx-check-panel";
const levelTexts: Readonly<Record<RuleLevel, keyof typeof messages>> = {
  stop: "levelStop",
  reason: "levelReason",
  hint: "levelHint",
};

/** Shows what there is to check above a record, in place of what stood there; nothing when the record is clean. */
export function showPanel(space: HTMLElement, panel: Panel): void {
  // kintone gives the same element again after a redraw (fact sheet §10.2).
  space.querySelector(`#${id}`)?.remove();
  const { blocking, stops, unreasoned, hints, reasoned } = panel.found;
  const open = [...blocking, ...stops, ...unreasoned, ...hints];
  if (open.length === 0 && reasoned.length === 0) {
    return;
  }
  const section = createElement("section", "mdx-check-panel");
  section.id = id;
  if (open.length > 0) {
    const title = createElement("h2", "mdx-check-title", say(panel, "panelTitle", { count: open.length }));
    title.id = `${id}-title`;
    section.setAttribute("aria-labelledby", title.id);
    const list = createElement("ul", "mdx-check-list");
    list.append(...open.map((finding) => buildItem(panel, finding)));
    const edit = createElement("a", "mdx-check-edit", say(panel, "edit"));
    edit.href = panel.editUrl;
    section.append(title, createElement("p", "mdx-check-intro", say(panel, "panelIntro")), list, edit);
  } else {
    section.setAttribute("aria-label", say(panel, "pluginName"));
  }
  if (reasoned.length > 0) {
    section.append(buildReasoned(panel));
  }
  space.append(section);
}

/** Takes the panel away: on phones the place above the record outlives the record's page. */
export function hidePanel(): void {
  document.querySelector(`#${id}`)?.remove();
}

function buildItem(panel: Panel, { level, path, message }: Finding): HTMLLIElement {
  const item = createElement("li", "mdx-check-item");
  item.dataset["level"] = level;
  item.append(
    createElement("span", "mdx-check-level", say(panel, levelTexts[level])),
    createElement("strong", "mdx-check-field", describePath(panel.app, path, panel.language)),
    createElement("span", "mdx-check-text", message[panel.language]),
  );
  const target = path.table === undefined ? fieldElement(path.field) : null;
  if (target) {
    const button = createElement("button", "mdx-check-go", say(panel, "goToField"));
    button.type = "button";
    button.setAttribute("aria-label", `${say(panel, "goToField")}: ${describePath(panel.app, path, panel.language)}`);
    button.addEventListener("click", () => {
      target.tabIndex = -1;
      target.focus();
      target.scrollIntoView({ block: "center" });
    });
    item.append(button);
  }
  return item;
}

function buildReasoned(panel: Panel): HTMLDetailsElement {
  const { reasoned } = panel.found;
  const details = createElement("details", "mdx-check-reasoned");
  const list = createElement("ul", "mdx-check-list");
  for (const { finding, reason } of reasoned) {
    const text = [reason.reason, reason.note].filter((part) => part !== "").join(" / ");
    const item = createElement("li", "mdx-check-item");
    item.append(
      createElement("strong", "mdx-check-field", describePath(panel.app, finding.path, panel.language)),
      createElement("span", "mdx-check-text", finding.message[panel.language]),
      createElement("span", "mdx-check-reason", say(panel, "panelReason", { reason: text })),
    );
    list.append(item);
  }
  details.append(createElement("summary", "", say(panel, "panelReasoned", { count: reasoned.length })), list);
  return details;
}

function say({ language }: Panel, key: keyof typeof messages, params: Record<string, string | number> = {}): string {
  return formatMessage(messages[key], language, params);
}
