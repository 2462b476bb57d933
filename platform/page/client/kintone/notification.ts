import { formatMessage } from "../../message.ts";
import { dialogMessages } from "../messages/record-dialog-messages.ts";
import { pageLanguage } from "./page-state.ts";

type NotificationKind = "ERROR" | "SUCCESS" | "INFO";

/** Long enough to read one sentence twice. */
const briefMilliseconds = 5000;

const words = { ERROR: dialogMessages.error, SUCCESS: dialogMessages.success, INFO: dialogMessages.info } as const;
const marks = { ERROR: "!", SUCCESS: "✓", INFO: "i" } as const;

/** A banner at the top; it stays until it is closed, and the last one takes the place of the one before (§4.3). */
export async function showNotification(kind: unknown, message: unknown): Promise<void> {
  hideNotification();
  const known: NotificationKind = kind === "ERROR" || kind === "SUCCESS" ? kind : "INFO";
  const language = pageLanguage();
  const banner = document.createElement("div");
  banner.id = "kp-notification";
  banner.className = `kp-notification kp-notification-${known.toLowerCase()}`;
  banner.setAttribute("role", known === "ERROR" ? "alert" : "status");
  const mark = document.createElement("span");
  mark.className = "kp-notification-mark";
  mark.setAttribute("aria-hidden", "true");
  mark.textContent = marks[known];
  const text = document.createElement("p");
  const word = document.createElement("span");
  word.className = "kp-visually-hidden";
  word.textContent = `${formatMessage(words[known], language)}: `;
  text.append(word, String(message));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "kp-dialog-close";
  close.setAttribute("aria-label", formatMessage(dialogMessages.close, language));
  close.textContent = "×";
  close.addEventListener("click", hideNotification);
  banner.append(mark, text, close);
  document.body.append(banner);
}

/** Says that something went well and goes away by itself: what it says can be seen on the page as well. */
export async function showBriefNotification(message: string): Promise<void> {
  await showNotification("SUCCESS", message);
  const shown = document.querySelector("#kp-notification");
  setTimeout(() => shown?.remove(), briefMilliseconds);
}

/** Takes the banner away, if there is one. */
function hideNotification(): void {
  document.querySelector("#kp-notification")?.remove();
}
