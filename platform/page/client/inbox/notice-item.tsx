import type { MouseEvent, ReactElement } from "react";
import { recordPath } from "../kintone/page-url.ts";
import { inboxMessages } from "../messages/inbox-messages.ts";
import { Moment } from "../shell/moment.tsx";
import { translate } from "../shell/translate.ts";
import type { InboxNotice } from "./load-inbox.ts";

/** One notification: what happened, to which record, who and when, and whether it has been read. */
export function NoticeItem({
  notice,
  mobile,
  onOpen,
  onMark,
}: {
  readonly notice: InboxNotice;
  readonly mobile: boolean;
  /** The reader follows the link in this very tab. */
  readonly onOpen: (address: string) => void;
  readonly onMark: () => void;
}): ReactElement {
  const { app, record, actor, status, isRead } = notice;
  const address = recordPath({ app: app.id, record: record.id, mobile });
  const action = notice.title === "" ? translate(inboxMessages[notice.kind], { actor, status }) : notice.title;
  const open = (event: MouseEvent): void => {
    // A click that opens another tab leaves this page as it is.
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onOpen(address);
    }
  };
  return (
    <li className={`kp-notice${isRead ? "" : " kp-notice-unread"}`}>
      <div className="kp-notice-text">
        <p className="kp-notice-title">
          {isRead ? null : <span className="kp-tag kp-notice-mark">{translate(inboxMessages.unread)}</span>}
          <a href={address} onClick={open}>
            {translate(inboxMessages.about, { action, record: nameOf(notice) })}
          </a>
        </p>
        {notice.comment === "" ? null : <p className="kp-notice-comment">{notice.comment}</p>}
        <p className="kp-muted">
          {app.name === "" ? null : <span className="kp-notice-app">{app.name}</span>}
          {notice.title !== "" && actor !== "" ? <span className="kp-notice-app">{actor}</span> : null}
          <Moment instant={notice.createdAt} />
        </p>
      </div>
      <button
        type="button"
        className="kp-button kp-notice-button"
        aria-label={`${translate(isRead ? inboxMessages.markUnread : inboxMessages.markRead)} ${nameOf(notice)}`}
        onClick={onMark}
      >
        {translate(isRead ? inboxMessages.markUnread : inboxMessages.markRead)}
      </button>
    </li>
  );
}

function nameOf({ app, record }: InboxNotice): string {
  if (app.name === "") {
    return translate(inboxMessages.closedRecord);
  }
  return record.title === "" ? translate(inboxMessages.recordNumber, { id: record.id }) : record.title;
}
