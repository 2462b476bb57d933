import { isParams } from "../api/params.ts";
import { inputMessages } from "../messages.ts";
import { invalidParameter, PlatformError } from "../platform-error.ts";
import { parseInstant } from "../query/value-test.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import type { SentRecord } from "./build-values.ts";
import { toText } from "./parse-scalar.ts";
import type { WriteScope } from "./write-scope.ts";

type History = Partial<Pick<StoredRecord, "creator" | "createdAt" | "modifier" | "modifiedAt">>;

const historyFields: Readonly<Record<string, keyof History>> = {
  CREATOR: "creator",
  CREATED_TIME: "createdAt",
  MODIFIER: "modifier",
  UPDATED_TIME: "modifiedAt",
};

/**
 * Takes creator, modifier and their times out of a new record: administrators may set them when they bring records over
 * from elsewhere (fact sheet §5.2, after the official documentation; not measured).
 */
export function takeHistory(
  scope: WriteScope,
  sent: SentRecord,
): { readonly history: History; readonly rest: SentRecord } {
  const fields = scope.app.settings.fields.filter(({ type, code }) => historyFields[type] && sent[code] !== undefined);
  if (fields.length === 0) {
    return { history: {}, rest: sent };
  }
  if (!scope.access.rights.appEditable) {
    throw new PlatformError("CB_NO02");
  }
  const history = fields.flatMap(({ type, code }): [string, string][] => {
    const key = historyFields[type];
    const raw = sent[code];
    if (key === undefined || !isParams(raw)) {
      throw new PlatformError("CB_IJ01");
    }
    const isUser = key === "creator" || key === "modifier";
    return [[key, isUser ? toUserCode(scope, raw["value"]) : toInstant(raw["value"], code)]];
  });
  const taken = new Set(fields.map(({ code }) => code));
  return {
    history: Object.fromEntries(history),
    rest: Object.fromEntries(Object.entries(sent).filter(([code]) => !taken.has(code))),
  };
}

function toUserCode(scope: WriteScope, value: unknown): string {
  const code = isParams(value) ? toText(value["code"]) : "";
  if (!scope.store.users.find(code)) {
    throw new PlatformError("GAIA_IL26", { code });
  }
  return code;
}

function toInstant(value: unknown, code: string): string {
  const instant = parseInstant(toText(value));
  if (instant === null) {
    throw invalidParameter(`record.${code}.value`, inputMessages.notDateTime);
  }
  return instant;
}
