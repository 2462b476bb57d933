import type { Settings } from "../../core/config/load-settings.ts";
import { markFindings } from "../model/field-errors.ts";
import { type JudgedEvent, judgeNow, pageLanguage } from "../page-check.ts";
import { type FormState, selectTimely } from "./form-state.ts";
import { isEmptyAt } from "./is-empty-at.ts";

/** Shows at the fields what is to be said while the form is being filled in. Synchronous: change events await nothing. */
export function judgeForm({ record, place }: JudgedEvent, state: FormState, settings: Settings): void {
  const findings = judgeNow(place.app, record, { moment: "submit", settings, related: state.related });
  const timely = selectTimely(findings, state, (finding) => isEmptyAt(record, finding));
  state.marked = markFindings(record, timely, { marked: state.marked, language: pageLanguage() });
}
