import type { BootstrapApp } from "../../bootstrap.ts";
import { fireEvent } from "../kintone/event-bus.ts";
import { callRest } from "../rest.ts";
import { buildEventRecord } from "./build-event-record.ts";
import type { FormRecord } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";

/** Fires `detail.delete.submit` and deletes; resolves to why it was refused, or to `null` when the record is gone. */
export async function deleteRecord(
  app: BootstrapApp,
  record: FormRecord,
  mobile: boolean,
): Promise<{ readonly deleted: boolean; readonly reason: string }> {
  const type = `${mobile ? "mobile." : ""}app.record.detail.delete.submit`;
  const event = {
    type,
    appId: app.id,
    recordId: Number(record.id),
    record: buildEventRecord(record, { fields: app.settings.fields, context: "saved", withFiles: true }).record,
  };
  const returned = await fireEvent(type, event);
  const error = toObject(returned)["error"];
  if (returned === false || (typeof error === "string" && error !== "")) {
    return { deleted: false, reason: typeof error === "string" ? error : "" };
  }
  await callRest("DELETE", "/k/v1/records", { app: app.id, ids: [record.id], revisions: [record.revision] });
  return { deleted: true, reason: "" };
}
