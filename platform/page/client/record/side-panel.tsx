import { type KeyboardEvent, type ReactElement, useId } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { CommentPane } from "../comment/comment-pane.tsx";
import { HistoryPane } from "../history/history-pane.tsx";
import { commentMessages } from "../messages/comment-messages.ts";
import { historyMessages } from "../messages/history-messages.ts";
import { translate } from "../shell/translate.ts";
import type { FormRecord } from "./form-record.ts";
import { type SidePanelTab, sidePanelTab } from "./side-panel-state.ts";
import { useObservable } from "./use-observable.ts";

/** Beside a record: its comments, where the app has them, and its history. */
export function SidePanel({
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
  const id = useId();
  const wanted = useObservable(sidePanelTab);
  const tabs: readonly SidePanelTab[] = app.settings.general.enableComments ? ["comments", "history"] : ["history"];
  const open = tabs.includes(wanted) ? wanted : "history";
  const turn = (event: KeyboardEvent): void => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const next = tabs.find((tab) => tab !== open) ?? open;
      sidePanelTab.set(next);
      document.querySelector<HTMLElement>(`[id="${id}-${next}"]`)?.focus();
    }
  };
  return (
    <section className="kp-comments kp-card" data-kp-part="SideBar" aria-label={translate(historyMessages.tabs)}>
      <div className="kp-side-tabs" role="tablist" tabIndex={-1} onKeyDown={turn}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            className="kp-side-tab"
            aria-selected={tab === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => sidePanelTab.set(tab)}
          >
            {translate(tab === "comments" ? commentMessages.title : historyMessages.title)}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} className="kp-side-body" role="tabpanel" aria-labelledby={`${id}-${open}`}>
        {open === "comments" ? (
          <CommentPane app={app.id} record={record.id ?? ""} mobile={mobile} />
        ) : (
          <HistoryPane {...{ app, record, mobile, onRestored }} />
        )}
      </div>
    </section>
  );
}
