import { useState } from "react";
import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { ModalDialog } from "../field/modal-dialog.tsx";
import { formatValue } from "../field/format-value.ts";
import { readPrincipals, readText } from "../field/read-value.ts";
import { useLoaded } from "../field/use-loaded.ts";
import { showBriefNotification, showNotification } from "../kintone/notification.ts";
import { pageState } from "../kintone/page-state.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { translate } from "../shell/translate.ts";
import { ChangeAssignee } from "./change-assignee.tsx";
import type { FormRecord } from "./form-record.ts";
import { loadActions } from "./load-process.ts";
import type { OfferedAction } from "./load-process.ts";
import { proceed } from "./proceed.ts";
import { processCodes } from "./process-codes.ts";

export type ProcessBarProps = {
  readonly app: BootstrapApp;
  readonly record: FormRecord;
  readonly mobile: boolean;
  readonly onDone: () => void;
};

/** Where the record stands in its process, who has it now, and what the reader may do. */
export function ProcessBar({ app, record, mobile, onDone }: ProcessBarProps): ReactElement {
  const codes = processCodes(app.settings.fields);
  const status = readText(record.values[codes.status]);
  const assignees = readPrincipals(record.values[codes.assignee]);
  const user = pageState.bootstrap?.loginUser.code ?? "";
  const loaded = useLoaded(
    () => loadActions(app.settings.process, record, { app: app.id, user, codes }),
    `${record.id ?? ""} ${record.revision ?? ""}`,
  );
  const [chosen, setChosen] = useState<OfferedAction | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async (offered: OfferedAction, assignee: string | null): Promise<void> => {
    setChosen(null);
    setBusy(true);
    try {
      const outcome = await proceed(record, { app, mobile, action: offered.action, assignee });
      if (outcome.kind === "refused") {
        await showNotification("ERROR", outcome.reason);
      } else if (outcome.kind === "done") {
        await showBriefNotification(translate(recordMessages.proceedDone, { action: offered.action.name }));
        onDone();
      }
    } catch (error) {
      await showNotification("ERROR", translate(recordMessages.actFailed, { detail: describeProblem(error).body }));
    } finally {
      setBusy(false);
    }
  };
  const offered = loaded.value ?? [];
  return (
    <section
      className="kp-process kp-card gaia-argoui-app-statusbar"
      aria-label={translate(recordMessages.status)}
      data-kp-awaits={loaded.state === "loading" ? "StatusActionButton" : undefined}
    >
      <dl className="kp-process-state">
        <div>
          <dt>{translate(recordMessages.status)}</dt>
          <dd>
            <span className="kp-status">{status}</span>
          </dd>
        </div>
        <div>
          <dt>{translate(recordMessages.assignee)}</dt>
          <dd>
            {assignees.length === 0
              ? translate(recordMessages.nobody)
              : formatValue({ id: 0, code: "", type: "STATUS_ASSIGNEE", property: {} }, assignees)}
          </dd>
        </div>
      </dl>
      <div className="kp-process-actions">
        {offered.map((entry, index) => (
          <button
            key={entry.action.name}
            type="button"
            title={entry.action.name}
            data-kp-part={`StatusActionButton:${entry.action.name}`}
            className={`kp-button${index === 0 ? " kp-button-primary" : ""}`}
            disabled={busy}
            onClick={() => setChosen(entry)}
          >
            {entry.action.name}
          </button>
        ))}
        {!mobile && app.permissions.editApp ? <ChangeAssignee {...{ app, record, assignees, onDone }} /> : null}
        {loaded.state === "loaded" && offered.length === 0 && assignees.length > 0 ? (
          <p className="kp-muted">{translate(recordMessages.waiting)}</p>
        ) : null}
        {loaded.state === "failed" ? (
          <p>
            {translate(recordMessages.actionsFailed)}{" "}
            <button type="button" className="kp-button" onClick={loaded.reload}>
              {translate(fieldMessages.retry)}
            </button>
          </p>
        ) : null}
      </div>
      {chosen === null ? null : (
        <ProceedDialog
          offered={chosen}
          needsAssignee={needsChoice(app, chosen)}
          onProceed={(assignee) => void run(chosen, assignee)}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
}

function needsChoice(app: BootstrapApp, { action }: OfferedAction): boolean {
  const target = app.settings.process.states.find((state) => state.name === action.to);
  return target?.assignee.type === "ONE" && target.assignee.entities.length > 0;
}

/** Says what will happen before it does, and asks for the next assignee where one has to be chosen. */
function ProceedDialog({
  offered,
  needsAssignee,
  onProceed,
  onClose,
}: {
  readonly offered: OfferedAction;
  readonly needsAssignee: boolean;
  readonly onProceed: (assignee: string | null) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { action, candidates } = offered;
  const [assignee, setAssignee] = useState(candidates[0]?.code ?? "");
  const blocked = needsAssignee && candidates.length === 0;
  return (
    <ModalDialog
      title={translate(recordMessages.proceedTitle, { action: action.name })}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="kp-button" onClick={onClose}>
            {translate(recordMessages.cancel)}
          </button>
          <button
            type="button"
            className="kp-button kp-button-primary"
            disabled={blocked}
            onClick={() => onProceed(needsAssignee ? assignee : null)}
          >
            {action.name}
          </button>
        </>
      }
    >
      <p>{translate(recordMessages.proceedBody, { from: action.from, to: action.to })}</p>
      {blocked ? <p>{translate(recordMessages.proceedNobody)}</p> : null}
      {needsAssignee && candidates.length > 0 ? (
        <label className="kp-picker-search">
          <span>{translate(recordMessages.proceedAssignee)}</span>
          <select className="kp-input" value={assignee} onChange={(event) => setAssignee(event.target.value)}>
            {candidates.map((user) => (
              <option key={user.code} value={user.code}>
                {user.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </ModalDialog>
  );
}
