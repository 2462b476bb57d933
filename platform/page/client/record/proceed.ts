import type { BootstrapApp } from "../../bootstrap.ts";
import type { ProcessAction } from "../../../store/app-settings.ts";
import { fireEvent } from "../kintone/event-bus.ts";
import { callRest, toSpacePath } from "../rest.ts";
import { applyEventRecord, rememberSent } from "./apply-event-record.ts";
import { buildEventRecord } from "./build-event-record.ts";
import { buildUpdatePayload } from "./build-payload.ts";
import { checkEventRecord } from "./check-event-record.ts";
import { copiedCodes } from "./field-kinds.ts";
import { readReturned } from "./form-events.ts";
import { fieldsByCode } from "./form-record.ts";
import type { FormRecord } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";

export type ProceedOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "refused"; readonly reason: string };

export type ProceedOptions = {
  readonly app: BootstrapApp;
  readonly mobile: boolean;
  readonly action: ProcessAction;
  readonly assignee: string | null;
};

/**
 * Runs a process action: `process.proceed`, then the values that a handler overwrote and the status in one transaction.
 * The event carries no ids (measured, fact sheet §3.2). Rejects with the server's refusal.
 */
export async function proceed(record: FormRecord, options: ProceedOptions): Promise<ProceedOutcome> {
  const { app, action } = options;
  const { fields } = app.settings;
  const sent = buildEventRecord(record, { fields, context: "saved", withFiles: true });
  rememberSent(sent);
  const type = `${options.mobile ? "mobile." : ""}app.record.detail.process.proceed`;
  const event = {
    type,
    record: sent.record,
    action: { value: action.name },
    status: { value: action.from },
    nextStatus: { value: action.to },
  };
  const returned = await fireEvent(type, event);
  if (returned === false) {
    return { kind: "cancelled" };
  }
  const answer = readReturned(returned);
  const error = toObject(returned)["error"];
  if (typeof error === "string" && error !== "") {
    return { kind: "refused", reason: error };
  }
  if (answer === null) {
    await changeStatus(record, options);
    return { kind: "done" };
  }
  const byCode = fieldsByCode(fields);
  const fault = checkEventRecord(byCode, answer.record, sent.record);
  if (fault !== null) {
    return { kind: "refused", reason: fault };
  }
  const applied = applyEventRecord(record, answer.record, { fields: byCode, copied: copiedCodes(fields), sent });
  const wrong = [...applied.errors.values()].find((text) => text !== "");
  if (wrong !== undefined) {
    return { kind: "refused", reason: wrong };
  }
  await changeStatus(record, options, buildUpdatePayload(fields, record, applied.record));
  return { kind: "done" };
}

async function changeStatus(
  record: FormRecord,
  { app, action, assignee }: ProceedOptions,
  values: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const target = { app: app.id, id: record.id };
  const status = { ...target, action: action.name, ...(assignee === null ? {} : { assignee }) };
  if (Object.keys(values).length === 0) {
    await callRest("PUT", "/k/v1/record/status", { ...status, revision: record.revision });
    return;
  }
  await callRest("POST", "/k/v1/bulkRequest", {
    requests: [
      {
        method: "PUT",
        api: toSpacePath("/k/v1/record.json"),
        payload: { ...target, revision: record.revision, record: values },
      },
      { method: "PUT", api: toSpacePath("/k/v1/record/status.json"), payload: status },
    ],
  });
}
