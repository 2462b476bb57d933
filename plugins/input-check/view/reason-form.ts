import { formatMessage, type Language } from "../../../domain/message.ts";
import type { Finding } from "../../../domain/rules/judge-record.ts";
import type { JudgedApp, RuleId } from "../../../domain/rules/rule.ts";
import { messages } from "../messages.ts";
import { type ReasonChoice, reasonChoices } from "../model/stored-reasons.ts";
import { buildFindingList } from "./build-finding-list.ts";
import { createElement } from "./create-element.ts";

export type ChosenReason = { readonly rule: RuleId; readonly reason: ReasonChoice; readonly note: string };

export type ReasonForm = {
  readonly element: HTMLElement;
  /** The reasons chosen so far. */
  readonly read: () => ChosenReason[];
  /** Marks what is still to be chosen and goes to the first of them; true when nothing is missing. */
  readonly requireAll: () => boolean;
};

/** One question a rule: its findings, the choice of a reason and room for a note. */
export function createReasonForm(app: JudgedApp, findings: readonly Finding[], language: Language): ReasonForm {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const questions = rules.map((rule) =>
    createQuestion(app, { rule, findings: findings.filter((finding) => finding.rule === rule) }, language),
  );
  const element = createElement("div", "mdx-check-reasons");
  element.append(...questions.map((question) => question.element));
  return {
    element,
    read: () => questions.flatMap((question) => question.read() ?? []),
    requireAll: () => {
      const missing = questions.filter((question) => !question.check());
      missing[0]?.focus();
      return missing.length === 0;
    },
  };
}

function createQuestion(
  app: JudgedApp,
  { rule, findings }: { readonly rule: RuleId; readonly findings: readonly Finding[] },
  language: Language,
) {
  const id = `mdx-check-reason-${rule.toLowerCase()}`;
  const select = createElement("select", "mdx-check-select");
  select.id = id;
  select.append(
    buildOption("", formatMessage(messages.chooseReason, language)),
    ...reasonChoices.map((choice) => buildOption(choice, choice)),
  );
  const note = createElement("input", "mdx-check-input");
  note.type = "text";
  note.id = `${id}-note`;
  note.maxLength = 200;
  const error = createElement("p", "mdx-check-error");
  error.id = `${id}-error`;
  error.setAttribute("role", "alert");
  const element = createElement("div", "mdx-check-question");
  element.append(
    buildFindingList(app, findings, language),
    buildLabel(select, formatMessage(messages.reason, language)),
    select,
    error,
    buildLabel(note, formatMessage(messages.note, language)),
    note,
  );
  const read = (): ChosenReason | null => {
    const reason = reasonChoices.find((choice) => choice === select.value);
    return reason === undefined ? null : { rule, reason, note: note.value.trim() };
  };
  const check = (): boolean => {
    const isChosen = read() !== null;
    error.textContent = isChosen ? "" : formatMessage(messages.reasonMissing, language);
    select.setAttribute("aria-invalid", String(!isChosen));
    select.setAttribute("aria-describedby", error.id);
    return isChosen;
  };
  select.addEventListener("change", check);
  return { element, read, check, focus: () => select.focus() };
}

function buildOption(value: string, text: string): HTMLOptionElement {
  const option = createElement("option", "", text);
  option.value = value;
  return option;
}

function buildLabel(control: HTMLElement, text: string): HTMLLabelElement {
  const label = createElement("label", "mdx-check-label", text);
  label.htmlFor = control.id;
  return label;
}
