import { type ReactElement, useState } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { fieldLabel } from "../field/field-settings.ts";
import { useLoaded } from "../field/use-loaded.ts";
import { showConfirmDialog } from "../kintone/dialog.ts";
import { showBriefNotification, showNotification } from "../kintone/notification.ts";
import { pageState } from "../kintone/page-state.ts";
import { historyMessages as text } from "../messages/history-messages.ts";
import { recordMessages } from "../messages/record-messages.ts";
import type { FormRecord } from "../record/form-record.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { Moment } from "../shell/moment.tsx";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { translate } from "../shell/translate.ts";
import { describeValue } from "./describe-change.ts";
import { type HistoryPage, loadHistory, type RecordVersion, restoreVersion } from "./load-history.ts";

/** What was changed in a record, by whom and when; newest first, the registration last. */
export function HistoryPane({
  app,
  record,
  mobile,
  onRestored,
}: {
  readonly app: BootstrapApp;
  readonly record: FormRecord;
  readonly mobile: boolean;
  readonly onRestored: () => void;
}): ReactElement {
  const place = { app: app.id, record: record.id ?? "" };
  const first = useLoaded(() => loadHistory(place, null), `${app.id} ${record.id ?? ""} ${record.revision ?? ""}`);
  const [older, setOlder] = useState<readonly HistoryPage[]>([]);
  if (first.state === "failed") {
    return <ProblemPanel problem={describeProblem(first.error)} onRetry={first.reload} />;
  }
  if (first.state === "loading") {
    return <output className="kp-slow kp-muted">{translate(text.loading)}</output>;
  }
  const pages = [first.value, ...older];
  const last = pages.at(-1) ?? first.value;
  const loadOlder = async (): Promise<void> => {
    try {
      const page = await loadHistory(place, last.next);
      setOlder([...older, page]);
    } catch (error) {
      await showNotification("ERROR", describeProblem(error).body);
    }
  };
  const restore = async (version: RecordVersion): Promise<void> => {
    const answer = await showConfirmDialog(
      {
        title: translate(text.restoreTitle),
        body: translate(text.restoreBody, { revision: version.revision }),
        okButtonText: translate(text.restoreConfirm),
        showCancelButton: true,
        cancelButtonText: translate(recordMessages.cancel),
      },
      mobile ? "sheet" : "dialog",
    );
    if (answer !== "OK") {
      return;
    }
    try {
      await restoreVersion(place, version.revision, record.revision);
      onRestored();
      await showBriefNotification(translate(text.restored));
    } catch (error) {
      await showNotification("ERROR", translate(text.restoreFailed, { detail: describeProblem(error).body }));
    }
  };
  return (
    <>
      <ol className="kp-plain-list kp-history">
        {pages
          .flatMap(({ versions }) => versions)
          .map((version) => (
            <li key={version.revision} className="kp-comment">
              <p className="kp-comment-head">
                <b>{translate(text.version, { revision: version.revision })}</b>
                <span>{version.by}</span>
                {version.at === "" ? null : <Moment instant={version.at} />}
              </p>
              <VersionChanges app={app} version={version} />
              {app.permissions.editRecord ? (
                <button
                  type="button"
                  className="kp-button kp-button-quiet kp-comment-remove"
                  aria-label={translate(text.restoreOf, { revision: version.revision })}
                  onClick={() => void restore(version)}
                >
                  {translate(text.restore)}
                </button>
              ) : null}
            </li>
          ))}
        {last.created === null ? null : (
          <li className="kp-comment">
            <p className="kp-comment-head">
              <b>{translate(text.version, { revision: "1" })}</b>
              <span>{last.created.by}</span>
              {last.created.at === "" ? null : <Moment instant={last.created.at} />}
            </p>
            <p>{translate(text.created)}</p>
          </li>
        )}
      </ol>
      {last.next === null ? null : (
        <button type="button" className="kp-button" onClick={() => void loadOlder()}>
          {translate(text.older)}
        </button>
      )}
    </>
  );
}

function VersionChanges({
  app,
  version,
}: {
  readonly app: BootstrapApp;
  readonly version: RecordVersion;
}): ReactElement {
  const timeZone = pageState.bootstrap?.loginUser.timezone;
  return (
    <dl className="kp-history-changes">
      {version.changes.map(({ code, before, after }) => {
        const field = app.settings.fields.find((item) => item.code === code);
        return (
          <div key={code}>
            <dt>{field === undefined ? translate(text.goneField) : fieldLabel(field)}</dt>
            {field === undefined ? null : (
              <dd>
                <HistoryValue kind="before" lines={describeValue(field, before, timeZone)} />
                <HistoryValue kind="after" lines={describeValue(field, after, timeZone)} />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

function HistoryValue({
  kind,
  lines,
}: {
  readonly kind: "before" | "after";
  readonly lines: readonly string[];
}): ReactElement {
  const Mark = kind === "before" ? "del" : "ins";
  return (
    <Mark className={`kp-history-${kind}`}>
      <span className="kp-visually-hidden">{translate(text[kind])}: </span>
      {lines.length === 0 ? translate(text.emptyValue) : lines.join("\n")}
    </Mark>
  );
}
