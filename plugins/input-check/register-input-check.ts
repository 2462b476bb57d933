import { loadSettings } from "../core/config/load-settings.ts";
import { onKintone } from "../core/kintone/events.ts";
import { changeForm } from "./form/change-form.ts";
import { createFormState, type FormState } from "./form/form-state.ts";
import { openForm } from "./form/open-form.ts";
import { submitForm } from "./form/submit-form.ts";
import { messages } from "./messages.ts";
import { listChangingCodes, listPossibleApps } from "./model/judged-app.ts";
import { type JudgedEvent, readJudgedEvent } from "./page-check.ts";
import { proceed } from "./step/proceed.ts";
import { showDetail } from "./step/show-detail.ts";
import { tellFailure } from "./tell-failure.ts";

/** Registers the check on a kind of page; synchronous, because kintone ignores handlers that come later. */
export function registerInputCheck(pluginId: string, root: "app.record" | "mobile.app.record"): void {
  const settings = loadSettings(pluginId);
  const apps = listPossibleApps(settings.app);
  if (apps.length === 0) {
    return;
  }
  let state: FormState = createFormState(true);
  const on = (names: readonly string[], act: (judged: JudgedEvent) => unknown) => {
    onKintone(
      names.map((name) => `${root}.${name}`),
      (event) => {
        const judged = readJudgedEvent(event, settings);
        return judged ? act(judged) : event;
      },
      messages.pluginName.ja,
    );
  };
  const codes = listChangingCodes(apps);
  const changes = (form: string) => codes.map((code) => `${form}.change.${code}`);

  on(["create.show", "edit.show", "index.edit.show"], async (judged) => {
    state = createFormState(judged.place.recordId === null);
    await openForm(judged, state, settings).catch(tellCheckFailure);
    return judged.event;
  });
  on([...changes("create"), ...changes("edit"), ...changes("index.edit")], (judged) => {
    try {
      changeForm(judged, state, settings);
    } catch (error) {
      tellCheckFailure(error);
    }
    return judged.event;
  });
  on(["create.submit", "edit.submit", "index.edit.submit"], async (judged) => {
    await submitForm(judged, state, settings).catch(tellCheckFailure);
    return judged.event;
  });
  on(["detail.show"], async (judged) => {
    await showDetail(judged, settings).catch(tellCheckFailure);
    return judged.event;
  });
  on(["detail.process.proceed"], (judged) => proceed(judged, settings));
}

/** A check that fails must not keep anybody from saving: it says so, and the event goes on as it came. */
function tellCheckFailure(error: unknown): void {
  tellFailure("couldNotCheck", error);
}
