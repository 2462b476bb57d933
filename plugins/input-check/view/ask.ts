import { formatMessage, type Language } from "../../../domain/message.ts";
import type { Finding } from "../../../domain/rules/judge-record.ts";
import type { JudgedApp } from "../../../domain/rules/rule.ts";
import { openDialog } from "../../core/kintone/environment.ts";
import { messages } from "../messages.ts";
import { buildFindingList } from "./build-finding-list.ts";
import { createElement } from "./create-element.ts";
import { type ChosenReason, createReasonForm } from "./reason-form.ts";

/** Before a draft is saved: lists what to correct later and offers reasons; null when the user goes back to correct. */
export async function askBeforeSave(
  app: JudgedApp,
  found: { readonly stops: readonly Finding[]; readonly unreasoned: readonly Finding[] },
  language: Language,
): Promise<ChosenReason[] | null> {
  const { stops, unreasoned } = found;
  const hasProcess = app !== "kpi";
  const body = createElement("div", "mdx-check-dialog");
  const form = createReasonForm(app, unreasoned, language);
  if (stops.length > 0) {
    const intro = hasProcess ? messages.saveStops : messages.saveStopsWithoutProcess;
    body.append(createElement("p", "", formatMessage(intro, language)), buildFindingList(app, stops, language));
  }
  if (unreasoned.length > 0) {
    body.append(createElement("p", "", formatMessage(messages.saveReasons, language)), form.element);
  }
  const answer = await openDialog({
    title: formatMessage(messages.saveTitle, language, { count: stops.length + unreasoned.length }),
    body,
    ok: formatMessage(hasProcess ? messages.saveDraft : messages.saveAsIs, language),
    cancel: formatMessage(messages.goBack, language),
  });
  return answer === "OK" ? form.read() : null;
}

/** Before a step: every finding that needs a reason gets one; null when the user goes back to correct. */
export async function askBeforeStep(
  app: JudgedApp,
  { unreasoned, action }: { readonly unreasoned: readonly Finding[]; readonly action: string },
  language: Language,
): Promise<ChosenReason[] | null> {
  const body = createElement("div", "mdx-check-dialog");
  const form = createReasonForm(app, unreasoned, language);
  body.append(createElement("p", "", formatMessage(messages.proceedReasons, language)), form.element);
  const answer = await openDialog({
    title: formatMessage(messages.proceedTitle, language, { action }),
    body,
    ok: action,
    cancel: formatMessage(messages.goBack, language),
    accept: form.requireAll,
  });
  return answer === "OK" ? form.read() : null;
}
