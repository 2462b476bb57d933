import { refusals } from "../../platform/messages.ts";

export type FuzzAnswer = { readonly status: number; readonly contentType: string; readonly text: string };

/** Why an answer is not one that kintone could have given, or null. `isKnownRoute`: 501 is right only elsewhere. */
export function findAnswerFault(answer: FuzzAnswer, isKnownRoute: boolean): string | null {
  const { status, contentType, text } = answer;
  if (status === 500 || status > 503 || status < 200) {
    return `status ${status}`;
  }
  if (status === 501 && isKnownRoute) {
    return "501 for a route of the table";
  }
  if (!contentType.startsWith("application/json")) {
    return `content type ${contentType}`;
  }
  const body = parse(text);
  if (!isObject(body)) {
    return "the body is no JSON object";
  }
  return status < 300 ? null : findRefusalFault(body);
}

function findRefusalFault(body: Readonly<Record<string, unknown>>): string | null {
  const { results } = body;
  if (Array.isArray(results)) {
    // bulkRequest answers a list in which the refused call has the refusal and the others are empty.
    const faults = results.map((item) =>
      isObject(item) && Object.keys(item).length > 0 ? findRefusalFault(item) : null,
    );
    return faults.find((fault) => fault !== null) ?? null;
  }
  for (const key of ["code", "id", "message"]) {
    if (typeof body[key] !== "string" || body[key] === "") {
      return `a refusal without ${key}`;
    }
  }
  // Faults on demand, which this fuzzer orders, have a code of their own.
  if (body["code"] !== "PLATFORM_FAULT" && !Object.hasOwn(refusals, String(body["code"]))) {
    return `a refusal that is not documented: ${String(body["code"])}`;
  }
  const { errors } = body;
  if (errors === undefined) {
    return null;
  }
  const isRight =
    isObject(errors) &&
    Object.values(errors).every(
      (entry) =>
        isObject(entry) &&
        Array.isArray(entry["messages"]) &&
        entry["messages"].every((message) => typeof message === "string" && message !== ""),
    );
  return isRight ? null : "errors has another form";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
