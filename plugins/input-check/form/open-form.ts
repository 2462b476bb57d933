import type { Settings } from "../../core/config/load-settings.ts";
import { loadIndicators } from "../data/load-related.ts";
import { suggestKey } from "../data/suggest-key.ts";
import { readKey } from "../model/record-key.ts";
import { readText } from "../model/read-text.ts";
import type { JudgedEvent } from "../page-check.ts";
import { tellFailure } from "../tell-failure.ts";
import { hidePanel } from "../view/show-panel.ts";
import type { FormState } from "./form-state.ts";
import { judgeForm } from "./judge-form.ts";

/** When a form appears: a new record gets its id, what the rules need is loaded, and what is wrong already is shown. */
export async function openForm(judged: JudgedEvent, state: FormState, settings: Settings): Promise<void> {
  const { event, record, place } = judged;
  hidePanel();
  prepareFields(judged, state);
  try {
    if (state.isNew && (event.reuse === true || readKey(place.app, record) === "")) {
      state.proposedKey = await suggestKey(place, record);
    }
    state.related = await loadIndicators(place.app, record, settings);
  } catch (error) {
    tellFailure("couldNotRead", error);
  }
  judgeForm(judged, state, settings);
}

/** KPI実績: the first value of a year is number 1, and the key is composed, not typed. */
function prepareFields({ record, place }: JudgedEvent, { isNew }: FormState): void {
  const { seq, kpi_fy_key: key } = record;
  if (place.app !== "kpi_value") {
    return;
  }
  if (key) {
    key.disabled = true;
  }
  if (isNew && seq && readText(record, "seq") === "") {
    seq.value = "1";
  }
}
