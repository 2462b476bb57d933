import type { BootstrapApp } from "../../../bootstrap.ts";
import { showConfirmDialog } from "../../kintone/dialog.ts";
import { showNotification } from "../../kintone/notification.ts";
import { listEditMessages } from "../../messages/list-edit-messages.ts";
import type { FormRecord } from "../../record/form-record.ts";
import { toObject } from "../../record/read-rest-record.ts";
import { callRest } from "../../rest.ts";
import { describeProblem } from "../../shell/describe-problem.ts";
import { translate } from "../../shell/translate.ts";
import { fireInline } from "./inline-events.ts";

/** Deletes a record after the reader and the customizations agreed; tells why not otherwise. */
export async function removeRow(app: BootstrapApp, record: FormRecord): Promise<boolean> {
  const id = record.id ?? "";
  const answer = await showConfirmDialog({
    title: translate(listEditMessages.confirmRemoveTitle),
    body: translate(listEditMessages.confirmRemove, { id }),
    okButtonText: translate(listEditMessages.removeButton),
    showCancelButton: true,
    cancelButtonText: translate(listEditMessages.keepButton),
  });
  if (answer !== "OK") {
    return false;
  }
  const { returned } = await fireInline("delete.submit", app, record);
  const error = toObject(returned)["error"];
  if (returned === false || typeof error === "string") {
    if (typeof error === "string") {
      await showNotification("ERROR", error);
    }
    return false;
  }
  try {
    await callRest("DELETE", "/k/v1/records.json", { app: app.id, ids: [id], revisions: [record.revision ?? "-1"] });
    return true;
  } catch (refusal) {
    const { title, body } = describeProblem(refusal);
    await showNotification("ERROR", `${translate(listEditMessages.removeRefused)} ${title} ${body}`);
    return false;
  }
}
