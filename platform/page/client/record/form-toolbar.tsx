import type { ReactElement } from "react";
import { recordMessages } from "../messages/record-messages.ts";
import { translate } from "../shell/translate.ts";
import { RecordHeading } from "./record-heading.tsx";
import { Space } from "./space.tsx";

/** Title, the customizations' space and the two ways out of a form; on phones the ways out are at the lower edge. */
export function FormToolbar({
  title,
  mobile,
  busy,
  onSave,
  onCancel,
}: {
  readonly title: string;
  readonly mobile: boolean;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}): ReactElement {
  const actions = (
    <div className={mobile ? "kp-save-bar" : "kp-toolbar-actions gaia-argoui-app-edit-buttons"}>
      <button type="button" className="kp-button gaia-ui-actionmenu-cancel" disabled={busy} onClick={onCancel}>
        {translate(recordMessages.cancel)}
      </button>
      <button
        type="button"
        className="kp-button kp-button-primary gaia-ui-actionmenu-save"
        aria-disabled={busy}
        onClick={onSave}
      >
        {translate(busy ? recordMessages.saving : recordMessages.save)}
      </button>
    </div>
  );
  return (
    <>
      <div className="kp-toolbar">
        <RecordHeading title={title} />
        {mobile ? null : actions}
      </div>
      {mobile ? (
        <Space space="mobileHeaderSpace" className="kp-header-space" />
      ) : (
        <Space space="recordHeaderMenuSpace" className="kp-header-space gaia-argoui-app-toolbar-menu" />
      )}
      {mobile ? actions : null}
    </>
  );
}
