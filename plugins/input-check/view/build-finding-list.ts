import type { Language } from "../../../domain/message.ts";
import type { Finding } from "../../../domain/rules/judge-record.ts";
import type { JudgedApp } from "../../../domain/rules/rule.ts";
import { describePath } from "../model/describe-path.ts";
import { createElement } from "./create-element.ts";

/** A list of findings, each with the field it is about. */
export function buildFindingList(app: JudgedApp, findings: readonly Finding[], language: Language): HTMLUListElement {
  const list = createElement("ul", "mdx-check-list");
  for (const { path, message } of findings) {
    const item = createElement("li", "mdx-check-item");
    item.append(
      createElement("strong", "mdx-check-field", describePath(app, path, language)),
      createElement("span", "mdx-check-text", message[language]),
    );
    list.append(item);
  }
  return list;
}
