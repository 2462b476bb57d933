import { useState } from "react";
import type { ReactElement } from "react";
import { showConfirmDialog } from "../kintone/dialog.ts";
import { showNotification } from "../kintone/notification.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";
import { deleteRecord } from "./delete-record.ts";
import type { DetailViewProps } from "./detail-view.tsx";
import { RecordHeading } from "./record-heading.tsx";
import { Space } from "./space.tsx";
import { appPath } from "../shell/app-path.ts";

/** Title, way back, the customizations' space and what can be done to the record. */
export function DetailToolbar(props: DetailViewProps & { readonly title: string }): ReactElement {
  const { app, record, mobile, listHref, onEdit, title } = props;
  const [busy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    const answer = await showConfirmDialog(
      {
        title: translate(recordMessages.removeTitle),
        body: translate(recordMessages.removeBody, { title }),
        okButtonText: translate(recordMessages.removeConfirm),
        showCancelButton: true,
        cancelButtonText: translate(recordMessages.cancel),
      },
      mobile ? "sheet" : "dialog",
    );
    if (answer !== "OK") {
      return;
    }
    setBusy(true);
    try {
      const { deleted, reason } = await deleteRecord(app, record, mobile);
      if (deleted) {
        location.assign(listHref);
      } else if (reason !== "") {
        await showNotification("ERROR", reason);
      }
    } catch (error) {
      await showNotification("ERROR", translate(recordMessages.actFailed, { detail: describeProblem(error).body }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="kp-record-way">
        <p className="kp-record-back">
          <a href={listHref}>
            <Icon name="previous" />
            {translate(recordMessages.back)}
          </a>
        </p>
        {props.pager}
      </div>
      <div className="kp-toolbar">
        <RecordHeading title={title} />
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
        <div role="group" className="kp-toolbar-actions" aria-label={translate(recordMessages.tools)}>
          {app.permissions.deleteRecord ? (
            <button
              type="button"
              className="kp-button kp-button-danger gaia-argoui-app-menu-delete"
              disabled={busy}
              onClick={() => void remove()}
            >
              {translate(recordMessages.remove)}
            </button>
          ) : null}
          {mobile ? null : (
            <a
              className="kp-button gaia-argoui-app-menu-print"
              href={`${appPath(app.id)}print?record=${record.id ?? ""}`}
            >
              {translate(recordMessages.print)}
            </a>
          )}
          {mobile || !app.permissions.addRecord || !app.settings.general.enableDuplicateRecord ? null : (
            <a
              className="kp-button gaia-argoui-app-menu-copy"
              data-kp-part="DuplicateRecordButton"
              href={`${appPath(app.id)}edit?record=${record.id ?? ""}`}
            >
              {translate(recordMessages.duplicate)}
            </a>
          )}
          {app.permissions.editRecord ? (
            <button
              type="button"
              className="kp-button kp-button-primary gaia-argoui-app-menu-edit"
              data-kp-part="EditRecordButton"
              onClick={onEdit}
            >
              <Icon name="edit" />
              {translate(recordMessages.edit)}
            </button>
          ) : null}
        </div>
      </div>
      {mobile ? (
        <Space space="mobileHeaderSpace" className="kp-header-space" />
      ) : (
        <Space space="recordHeaderMenuSpace" className="kp-header-space gaia-argoui-app-toolbar-menu" />
      )}
    </>
  );
}
