import { formatMessage } from "../../message.ts";
import { dialogMessages } from "../messages/record-dialog-messages.ts";
import { pageLanguage } from "./page-state.ts";

/** `kintone.showLoading`: a curtain over the page that lets nothing be pressed. */
export async function showLoading(state: unknown): Promise<void> {
  document.querySelector("#kp-loading")?.remove();
  if (state !== "VISIBLE") {
    return;
  }
  const curtain = document.createElement("div");
  curtain.id = "kp-loading";
  curtain.className = "kp-loading";
  curtain.setAttribute("role", "status");
  const mark = document.createElement("span");
  mark.className = "kp-loading-mark";
  mark.setAttribute("aria-hidden", "true");
  curtain.append(mark, formatMessage(dialogMessages.loading, pageLanguage()));
  document.body.append(curtain);
}
