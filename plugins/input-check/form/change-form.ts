import type { Settings } from "../../core/config/load-settings.ts";
import { normalizeNumbers } from "../model/normalize-numbers.ts";
import { composeKey } from "../model/record-key.ts";
import type { JudgedEvent } from "../page-check.ts";
import type { FormState } from "./form-state.ts";
import { judgeForm } from "./judge-form.ts";

/** When a value changes: numbers become plain digits, the key follows its parts, messages appear and go. */
export function changeForm(judged: JudgedEvent, state: FormState, settings: Settings): void {
  const { event, record, place } = judged;
  state.touched.add(event.type.slice(event.type.lastIndexOf(".change.") + ".change.".length));
  normalizeNumbers(record);
  composeKey(place.app, record);
  judgeForm(judged, state, settings);
}
