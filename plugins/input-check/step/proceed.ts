import { formatMessage, type Message } from "../../../domain/message.ts";
import type { Finding } from "../../../domain/rules/judge-record.ts";
import type { Settings } from "../../core/config/load-settings.ts";
import { mayEditRecord } from "../../core/kintone/environment.ts";
import { toSuiteError } from "../../core/kintone/to-suite-error.ts";
import { loadIndicators } from "../data/load-related.ts";
import { messages } from "../messages.ts";
import { describePath } from "../model/describe-path.ts";
import { isJudgedStep } from "../model/is-judged-step.ts";
import { sortFindings } from "../model/sort-findings.ts";
import { readStoredReasons, storeReasons } from "../model/stored-reasons.ts";
import { type JudgedEvent, judgeNow, pageLanguage } from "../page-check.ts";
import { askBeforeStep } from "../view/ask.ts";

/**
 * Before a step of the process: what must be correct refuses it with a list, what needs a reason asks for one and stores it
 * with the step, hints pass. Returns what the handler hands on: the event, or false when the user goes back.
 */
export async function proceed({ event, record, place }: JudgedEvent, settings: Settings): Promise<unknown> {
  if (!isJudgedStep(place.app, event.nextStatus?.value ?? "")) {
    return event;
  }
  const language = pageLanguage();
  const action = event.action?.value ?? formatMessage(messages.proceedWithoutStep, language);
  const related = await loadIndicators(place.app, record, settings).catch((error: unknown) => {
    event.error = formatMessage(messages.couldNotProceed, language, { reason: toSuiteError(error, language).message });
    return null;
  });
  if (related === null) {
    return event;
  }
  const findings = judgeNow(place.app, record, { moment: "proceed", settings, related });
  const { blocking, stops, unreasoned } = sortFindings(findings, readStoredReasons(record));
  const refused = [...blocking, ...stops];
  const refuse = (why: Message, found: readonly Finding[]): unknown => {
    const lines = found.map(
      ({ path, message }) =>
        `・${describePath(place.app, path, language)}${language === "ja" ? "：" : ": "}${message[language]}`,
    );
    event.error = [formatMessage(why, language, { action, count: found.length }), ...lines].join("\n");
    return event;
  };
  if (refused.length > 0) {
    return refuse(messages.proceedStopped, refused);
  }
  if (unreasoned.length === 0) {
    return event;
  }
  // The reason is written into the record with the step; a committee member may take the step and not write.
  if (!(await mayEditRecord())) {
    return refuse(messages.proceedNeedsReason, unreasoned);
  }
  const reasons = await askBeforeStep(place.app, { unreasoned, action }, language);
  if (reasons === null) {
    return false;
  }
  storeReasons(record, reasons);
  return event;
}
