import { pageLanguage } from "../kintone/page-state.ts";
import { inboxMessages } from "../messages/inbox-messages.ts";
import { formatMessage } from "../../message.ts";
import { callRest } from "../rest.ts";

/** Asking more often would only keep the server busy. */
const intervalMs = 60_000;

/** Keeps the number at the header's bell up to date: at most once a minute, and not while the page is hidden. */
export function watchUnread(): void {
  let askedAt = Date.now();
  const ask = async (): Promise<void> => {
    if (document.visibilityState === "hidden" || Date.now() - askedAt < intervalMs) {
      return;
    }
    askedAt = Date.now();
    try {
      const answer = await callRest("GET", "/k/platform/inbox/unread");
      if (typeof answer === "object" && answer !== null && "unread" in answer && typeof answer.unread === "number") {
        showUnread(answer.unread);
      }
    } catch {
      // The number stays as it was; a page that needs the server says itself that it does not answer.
    }
  };
  // The timer is a little slower than the limit, so that no turn is lost to a few milliseconds.
  setInterval(() => void ask(), intervalMs + 1000);
  document.addEventListener("visibilitychange", () => void ask());
}

/** Writes the number of unread notifications into the header. */
export function showUnread(count: number): void {
  const bell = document.querySelector("#kp-notifications");
  const badge = bell?.querySelector<HTMLElement>(".kp-header-badge");
  const word = bell?.querySelector<HTMLElement>(".kp-header-unread");
  if (!badge || !word) {
    return;
  }
  badge.hidden = count === 0;
  badge.textContent = count > 99 ? "99+" : String(count);
  word.textContent = count === 0 ? "" : formatMessage(inboxMessages.unreadCount, pageLanguage(), { count });
}
