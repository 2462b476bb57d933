import { type ReactElement, useState } from "react";
import type { Bootstrap } from "../../bootstrap.ts";
import { useLoaded } from "../field/use-loaded.ts";
import { showNotification } from "../kintone/notification.ts";
import { inboxMessages } from "../messages/inbox-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { translate } from "../shell/translate.ts";
import { showUnread } from "../shell/watch-unread.ts";
import { type InboxFilter, type InboxNotice, loadInbox, markNotices } from "./load-inbox.ts";
import { NoticeItem } from "./notice-item.tsx";

const filters: readonly InboxFilter[] = ["all", "unread", "mentions"];

/** How long a click waits for the mark before it follows its link all the same. */
const longestWaitMs = 1000;

/** What the reader has been notified of: all of it, what is unread, or the comments that mention the reader. */
export function InboxPage({ bootstrap }: { readonly bootstrap: Bootstrap }): ReactElement {
  const mobile = bootstrap.page === "NOTIFICATION_TOP_MOBILE";
  const [filter, setFilter] = useState<InboxFilter>("all");
  const [unread, setUnread] = useState(bootstrap.unread ?? 0);
  const [round, setRound] = useState(0);
  const count = (left: number): void => {
    setUnread(left);
    showUnread(left);
  };
  const mark = async (target: { ids: readonly string[] } | { all: true }, read: boolean): Promise<boolean> => {
    try {
      count(await markNotices(target, read));
      return true;
    } catch (error) {
      await showNotification("ERROR", translate(inboxMessages.markFailed, { detail: describeProblem(error).body }));
      return false;
    }
  };
  return (
    <div className="kp-page-narrow kp-inbox">
      <div className="kp-inbox-head">
        <h1>{translate(inboxMessages.title)}</h1>
        <output className="kp-muted">{translate(inboxMessages.unreadCount, { count: unread })}</output>
        <button
          type="button"
          className="kp-button"
          disabled={unread === 0}
          onClick={() => {
            void mark({ all: true }, true).then((done) => setRound((last) => (done ? last + 1 : last)));
          }}
        >
          {translate(inboxMessages.markAll)}
        </button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="group" className="kp-inbox-filter" aria-label={translate(inboxMessages.filter)}>
        {filters.map((each) => (
          <button
            key={each}
            type="button"
            className="kp-button"
            aria-pressed={filter === each}
            onClick={() => setFilter(each)}
          >
            {translate(inboxMessages[each])}
          </button>
        ))}
      </div>
      <NoticeList key={`${filter} ${round}`} filter={filter} mobile={mobile} onCount={count} onMark={mark} />
      <p className="kp-foot">
        <a href={mobile ? "/k/ntf/" : "/k/m/ntf/"}>
          {translate(mobile ? shellMessages.toDesktop : shellMessages.toMobile)}
        </a>
      </p>
    </div>
  );
}

function NoticeList({
  filter,
  mobile,
  onCount,
  onMark,
}: {
  readonly filter: InboxFilter;
  readonly mobile: boolean;
  readonly onCount: (unread: number) => void;
  readonly onMark: (target: { ids: readonly string[] }, read: boolean) => Promise<boolean>;
}): ReactElement {
  const [older, setOlder] = useState<readonly InboxNotice[]>([]);
  const [more, setMore] = useState<boolean | null>(null);
  const [marks, setMarks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const load = async (before: string | null) => {
    const page = await loadInbox(filter, before);
    onCount(page.unread);
    return page;
  };
  const first = useLoaded(() => load(null), filter);
  if (first.state === "failed") {
    return <ProblemPanel problem={describeProblem(first.error)} onRetry={first.reload} />;
  }
  if (first.state === "loading") {
    return (
      <div className="kp-card kp-skeleton" aria-busy="true">
        {[0, 1, 2, 3, 4].map((line) => (
          <span key={line} />
        ))}
        <output className="kp-slow kp-muted">{translate(inboxMessages.loading)}</output>
      </div>
    );
  }
  const notices = [...first.value.notices, ...older].map((notice) => ({
    ...notice,
    isRead: marks.get(notice.id) ?? notice.isRead,
  }));
  if (notices.length === 0) {
    return <EmptyInbox filter={filter} mobile={mobile} />;
  }
  const mark = async (notice: InboxNotice, read: boolean): Promise<void> => {
    if (await onMark({ ids: [notice.id] }, read)) {
      setMarks((known) => new Map([...known, [notice.id, read]]));
    }
  };
  const open = async (notice: InboxNotice, address: string): Promise<void> => {
    if (!notice.isRead) {
      const wait = new Promise((resolve) => setTimeout(resolve, longestWaitMs));
      await Promise.race([mark(notice, true), wait]);
    }
    location.assign(address);
  };
  const loadOlder = async (): Promise<void> => {
    try {
      const page = await load(notices.at(-1)?.id ?? null);
      setOlder([...older, ...page.notices]);
      setMore(page.more);
    } catch (error) {
      await showNotification("ERROR", describeProblem(error).body);
    }
  };
  return (
    <>
      <ul className="kp-plain-list kp-card kp-notices">
        {notices.map((notice) => (
          <NoticeItem
            key={notice.id}
            notice={notice}
            mobile={mobile}
            onOpen={(address) => void open(notice, address)}
            onMark={() => void mark(notice, !notice.isRead)}
          />
        ))}
      </ul>
      {(more ?? first.value.more) ? (
        <button type="button" className="kp-button" onClick={() => void loadOlder()}>
          {translate(inboxMessages.more)}
        </button>
      ) : null}
    </>
  );
}

const emptyWords = {
  all: [inboxMessages.emptyTitle, inboxMessages.empty],
  unread: [inboxMessages.emptyUnreadTitle, inboxMessages.emptyUnread],
  mentions: [inboxMessages.emptyMentionsTitle, inboxMessages.emptyMentions],
} as const;

function EmptyInbox({ filter, mobile }: { readonly filter: InboxFilter; readonly mobile: boolean }): ReactElement {
  const [title, text] = emptyWords[filter];
  return (
    <div className="kp-card kp-empty-state">
      <h2>{translate(title)}</h2>
      <p>{translate(text)}</p>
      <p>
        <a className="kp-button" href={mobile ? "/k/m/" : "/k/"}>
          {translate(inboxMessages.toPortal)}
        </a>
      </p>
    </div>
  );
}
