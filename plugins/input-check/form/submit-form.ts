import { formatMessage } from "../../../domain/message.ts";
import type { Finding } from "../../../domain/rules/judge-record.ts";
import type { Related } from "../../../domain/rules/rule.ts";
import type { Settings } from "../../core/config/load-settings.ts";
import { loadIndicators, loadTakenKeys } from "../data/load-related.ts";
import { suggestKey } from "../data/suggest-key.ts";
import { messages } from "../messages.ts";
import { markFindings } from "../model/field-errors.ts";
import { normalizeNumbers } from "../model/normalize-numbers.ts";
import { composeKey, readKey } from "../model/record-key.ts";
import { sortFindings } from "../model/sort-findings.ts";
import { readStoredReasons, storeReasons } from "../model/stored-reasons.ts";
import { type JudgedEvent, judgeNow, pageLanguage } from "../page-check.ts";
import { tellFailure } from "../tell-failure.ts";
import { askBeforeSave } from "../view/ask.ts";
import { type FormState, toFindingName } from "./form-state.ts";

/**
 * Before a save: a key that kintone would refuse stops it, at the field. Everything else is asked once in one dialog, and
 * the draft is saved; going back shows the findings at their fields.
 */
export async function submitForm(judged: JudgedEvent, state: FormState, settings: Settings): Promise<void> {
  const { event, record, place } = judged;
  normalizeNumbers(record);
  state.related = await prepareRelated(judged, state, settings);
  const findings = judgeNow(place.app, record, { moment: "submit", settings, related: state.related });
  const { blocking, stops, unreasoned } = sortFindings(findings, readStoredReasons(record));
  if (blocking.length > 0) {
    refuse(judged, state, findings);
    if (event.type.includes(".index.")) {
      // In a list the field may not be among the columns, and its error would not be seen.
      event.error = blocking.map(({ message }) => message[pageLanguage()]).join("\n");
    }
    return;
  }
  show(judged, state, []);
  const untold = stops.filter((finding) => !state.told.has(toFindingName(finding)));
  if (untold.length === 0 && unreasoned.length === 0) {
    return;
  }
  const reasons = await askBeforeSave(place.app, { stops, unreasoned }, pageLanguage());
  for (const finding of stops) {
    state.told.add(toFindingName(finding));
  }
  if (reasons === null) {
    refuse(judged, state, findings);
    event.error = formatMessage(messages.notSaved, pageLanguage());
    return;
  }
  storeReasons(record, reasons);
}

/** Numbers the record if it has no key, and loads what the rules need; without an answer kintone's own checks remain. */
async function prepareRelated({ record, place }: JudgedEvent, state: FormState, settings: Settings): Promise<Related> {
  composeKey(place.app, record);
  try {
    if (place.recordId === null && readKey(place.app, record) === "") {
      state.proposedKey = await suggestKey(place, record);
    }
    let takenKeys = await loadTakenKeys(place, record);
    if (takenKeys.length > 0 && state.proposedKey !== "" && takenKeys.includes(state.proposedKey)) {
      // Nobody typed this id: another form of the same minute took it, so the next one does as well.
      state.proposedKey = await suggestKey(place, record);
      takenKeys = await loadTakenKeys(place, record);
    }
    return { ...(await loadIndicators(place.app, record, settings)), takenKeys };
  } catch (error) {
    tellFailure("couldNotRead", error);
    return state.related;
  }
}

function refuse(judged: JudgedEvent, state: FormState, findings: readonly Finding[]): void {
  for (const { path } of findings) {
    state.touched.add(path.field);
  }
  show(judged, state, findings);
}

function show({ record }: JudgedEvent, state: FormState, findings: readonly Finding[]): void {
  state.marked = markFindings(record, findings, { marked: state.marked, language: pageLanguage() });
}
