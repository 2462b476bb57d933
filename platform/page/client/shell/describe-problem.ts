import { shellMessages } from "../messages/shell-messages.ts";
import { type RestError, toRestError } from "../rest.ts";
import { translate } from "./translate.ts";

export type Problem = {
  readonly title: string;
  readonly body: string;
  /** What the reader can do: sign in again, or try once more. */
  readonly next: "sign-in" | "retry";
  /** The condition of a list was refused, not the list itself. */
  readonly isQueryFault?: boolean;
};

/** A refused call in plain words: what happened, what it means, what to do. */
export function describeProblem(error: unknown): Problem {
  const refusal = toRestError(error);
  if (refusal.code === "KP_OFFLINE") {
    return toProblem("offlineTitle", "offline", "retry");
  }
  if (refusal.code === "CB_AU01" || refusal.code === "CB_JH01") {
    return toProblem("expiredTitle", "expired", "sign-in");
  }
  if (refusal.code === "CB_NO02") {
    return toProblem("forbiddenTitle", "forbidden", "retry");
  }
  if (refusal.code === "GAIA_RE01") {
    return toProblem("missingTitle", "missing", "retry");
  }
  if (isQueryFault(refusal)) {
    const body = [refusal.message, ...listFaults(refusal)].join(" ");
    return { title: translate(shellMessages.queryTitle), body, next: "retry", isQueryFault: true };
  }
  const detail = [refusal.message, ...listFaults(refusal)].filter((text) => text !== "").join(" ");
  return {
    title: translate(shellMessages.faultTitle),
    body: `${detail} ${translate(shellMessages.faultAdvice)}`.trim(),
    next: "retry",
  };
}

/** The messages below `errors` of a refusal, without their paths, which mean nothing to the reader. */
function listFaults(refusal: RestError): string[] {
  if (typeof refusal.errors !== "object" || refusal.errors === null) {
    return [];
  }
  return Object.values(refusal.errors).flatMap((fault: unknown) => {
    const messages = typeof fault === "object" && fault !== null && "messages" in fault ? fault.messages : [];
    return Array.isArray(messages) ? messages.filter((text): text is string => typeof text === "string") : [];
  });
}

/** GAIA_IQ… and GAIA_QU… speak about the query, CB_VA01 names it (fact sheet §1.4). */
function isQueryFault({ code, errors }: RestError): boolean {
  const named = typeof errors === "object" && errors !== null && "query" in errors;
  return /^GAIA_(?:IQ|QU|IR|IL26|IL28|IL42)/u.test(code) || (code === "CB_VA01" && named);
}

/** Where to sign in again so that one comes back to this very page. */
export function signInAddress(): string {
  const here = location.pathname + location.search + location.hash;
  return `/login?${new URLSearchParams({ notice: "expired", return: here }).toString()}`;
}

function toProblem(
  title: keyof typeof shellMessages,
  body: keyof typeof shellMessages,
  next: Problem["next"],
): Problem {
  return { title: translate(shellMessages[title]), body: translate(shellMessages[body]), next };
}
