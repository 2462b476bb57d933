import { type ReactElement, useState } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { PrincipalPicker } from "../field/principal-picker.tsx";
import type { Principal } from "../field/read-value.ts";
import { showBriefNotification, showNotification } from "../kintone/notification.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { callRest } from "../rest.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { translate } from "../shell/translate.ts";
import type { FormRecord } from "./form-record.ts";

/** Gives a record to other people without a step of its process; on kintone whoever manages the app can (help, REST alike). */
export function ChangeAssignee({
  app,
  record,
  assignees,
  onDone,
}: {
  readonly app: BootstrapApp;
  readonly record: FormRecord;
  readonly assignees: readonly Principal[];
  readonly onDone: () => void;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const label = translate(recordMessages.changeAssignee);
  const change = async (chosen: readonly Principal[]): Promise<void> => {
    setOpen(false);
    try {
      const codes = chosen.map(({ code }) => code);
      const target = { app: app.id, id: record.id, revision: record.revision };
      await callRest("PUT", "/k/v1/record/assignees", { ...target, assignees: codes });
      await showBriefNotification(translate(recordMessages.assigneeChanged));
      onDone();
    } catch (error) {
      await showNotification("ERROR", translate(recordMessages.actFailed, { detail: describeProblem(error).body }));
    }
  };
  return (
    <>
      <button
        type="button"
        className="kp-button kp-button-quiet"
        data-kp-part="ChangeAssigneeButton"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      {open ? (
        <PrincipalPicker
          type="USER_SELECT"
          title={label}
          chosen={assignees}
          onChoose={(chosen) => void change(chosen)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
