import { randomBytes } from "node:crypto";
import type { Language } from "../api/operation.ts";
import { toJsonResponse } from "../http/error-response.ts";
import { defineMessages, formatMessage } from "../page/message.ts";

const refusals = defineMessages({
  PLATFORM_PROXY_CLOSED: {
    ja: "{url} へは接続できません。この環境から接続できるのは、このコンピューターと、起動時に --allow-proxy で指定したホストだけです。",
    en: "No connection to {url}: this platform calls only this machine and the hosts that --allow-proxy names at its start.",
  },
  PLATFORM_PROXY_FAILED: {
    ja: "{url} から応答がありませんでした。（{reason}）",
    en: "{url} did not answer. ({reason})",
  },
});

const statuses = { PLATFORM_PROXY_CLOSED: 400, PLATFORM_PROXY_FAILED: 502 } as const;

/** The answer to a proxy call that was not made, or that nothing answered. */
export function refuseProxy(
  code: keyof typeof refusals,
  language: Language,
  params: Readonly<Record<string, string>>,
): Response {
  const id = randomBytes(10).toString("base64url");
  return toJsonResponse({ code, id, message: formatMessage(refusals[code], language, params) }, statuses[code], {});
}
