import { fireEvent } from "../kintone/event-bus.ts";
import type { Problem } from "../shell/describe-problem.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { faultMessages } from "../messages/record-fault-messages.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { toRestError } from "../rest.ts";
import type { RestError } from "../rest.ts";
import { translate } from "../shell/translate.ts";
import { buildEventRecord } from "./build-event-record.ts";
import { writtenRows } from "./build-payload.ts";
import { eventPrefix } from "./form-events.ts";
import { fieldsByCode } from "./form-record.ts";
import type { FormRecord } from "./form-record.ts";
import type { FormStore } from "./form-store.ts";
import { readSaveErrors } from "./read-save-errors.ts";
import { toObject } from "./read-rest-record.ts";
import { loadRecord, saveRecord } from "./save-record.ts";

export type SaveOutcome =
  /** `url`: where a customization wants to go instead of the record. */
  | { readonly kind: "saved"; readonly id: number; readonly url: string | null }
  /** Fields or the form itself show why. */
  | { readonly kind: "refused" }
  | { readonly kind: "conflict"; readonly theirs: FormRecord }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Saves a form: submit event, the server, success event. Whatever fails, the form keeps what was typed. */
export async function submitForm(store: FormStore, loaded: FormRecord | null): Promise<SaveOutcome> {
  if (store.state.get().busy || !(await store.submit())) {
    return { kind: "refused" };
  }
  const { options } = store;
  try {
    const id = await saveRecord(options.appId, options.fields, { loaded, record: store.state.get().record });
    const saved = await loadRecord(options.appId, id, options.fields);
    return { kind: "saved", id, url: await fireSuccess(store, saved) };
  } catch (error) {
    return await toOutcome(store, loaded, toRestError(error));
  } finally {
    store.patch({ busy: false });
  }
}

async function fireSuccess(store: FormStore, saved: FormRecord): Promise<string | null> {
  const { options } = store;
  const { record } = buildEventRecord(saved, { fields: options.fields, context: "saved", withFiles: true });
  const type = `${eventPrefix(options)}.submit.success`;
  // Measured: ids are strings here, the app's too on phones (fact sheet §3.2).
  const appId = options.mobile ? String(options.appId) : options.appId;
  const returned = await fireEvent(type, { type, appId, recordId: saved.id, record });
  return toSafeUrl(toObject(returned)["url"]);
}

/** The address that a customization asks to go to; anything but a web page is left out. */
function toSafeUrl(url: unknown): string | null {
  if (typeof url !== "string" || url === "") {
    return null;
  }
  try {
    const target = new URL(url, location.href);
    return target.protocol === "https:" || target.protocol === "http:" ? target.href : null;
  } catch {
    return null;
  }
}

async function toOutcome(store: FormStore, loaded: FormRecord | null, error: RestError): Promise<SaveOutcome> {
  const { options } = store;
  if ((error.code === "GAIA_CO02" || error.code === "GAIA_UN03") && loaded?.id !== undefined && loaded.id !== null) {
    try {
      return { kind: "conflict", theirs: await loadRecord(options.appId, Number(loaded.id), options.fields) };
    } catch (failure) {
      return { kind: "problem", problem: toProblem(toRestError(failure)) };
    }
  }
  const { record, refusals } = store.state.get();
  if (error.code === "GAIA_LO04") {
    // The answer names no field (fact sheet §7.2): it can only be a key that was typed and not found.
    const missing = Object.entries(record.lookups).filter(([, state]) => !state.confirmed);
    const texts = new Map(missing.map(([key]) => [key, translate(fieldMessages.lookupNotFound)]));
    if (texts.size > 0) {
      store.patch({ errors: texts, refusals: refusals + 1 });
      return { kind: "refused" };
    }
  }
  const errors = readSaveErrors(error.errors, {
    fields: fieldsByCode(options.fields),
    record,
    sent: (code) => {
      const table = options.fields.find((field) => field.code === code);
      return table === undefined ? [] : writtenRows(record, table).map((row) => row.key);
    },
  });
  if (errors.fields.size > 0) {
    store.patch({ errors: errors.fields, topError: errors.rest.join(" "), refusals: refusals + 1 });
    return { kind: "refused" };
  }
  return { kind: "problem", problem: toProblem(error) };
}

/** What a refused save means and what to do; always that the input is kept. */
function toProblem(error: RestError): Problem {
  switch (error.code) {
    case "KP_OFFLINE":
      return advice(translate(recordMessages.offlineTitle), translate(faultMessages.offline));
    case "CB_AU01":
    case "CB_JH01":
      return {
        title: translate(recordMessages.expiredTitle),
        body: translate(recordMessages.expired),
        next: "sign-in",
      };
    case "CB_NO02":
    case "GAIA_FU01":
      return advice(translate(recordMessages.forbiddenTitle), translate(recordMessages.forbidden));
    case "GAIA_RE01":
      return advice(translate(recordMessages.failedTitle), translate(recordMessages.gone));
    default: {
      const { body } = describeProblem({ ...error });
      const detail = error.message === "" ? body : error.message;
      return advice(translate(recordMessages.failedTitle), `${detail} ${translate(recordMessages.failedAdvice)}`);
    }
  }
}

function advice(title: string, body: string): Problem {
  return { title, body, next: "retry" };
}
