import type { CsvField } from "../../csv/csv-field.ts";
import type { Upload } from "../../csv/build-uploads.ts";
import { callRest, type RestError, toRestError } from "../rest.ts";
import { describeProblem } from "../shell/describe-problem.ts";

/** As many as one call takes: the call is a transaction, so a batch is saved whole or not at all. */
export const batchSize = 100;

/** What one line of a file is refused for; without a line it is all of them. */
export type LineFault = { readonly line: number | null; readonly field: string | null; readonly reason: string };

export type BatchResult = {
  readonly uploads: readonly Upload[];
  /** `stopped`: it was never sent; `unsure`: it was sent, and no answer came. */
  readonly outcome: "saved" | "refused" | "stopped" | "unsure";
  readonly faults: readonly LineFault[];
  /** The refusal is not about these records: what follows would be refused for the same reason. */
  readonly isFinal?: boolean;
};

export type Target = {
  readonly app: number;
  readonly fields: readonly CsvField[];
  /** Null = all are new. */
  readonly updateKey: CsvField | null;
};

/** Saves one batch; a refusal is put into words with the lines of the file. */
export async function uploadBatch(uploads: readonly Upload[], target: Target): Promise<BatchResult> {
  try {
    await send(uploads, target);
    return { uploads, outcome: "saved", faults: [] };
  } catch (error) {
    const refusal = toRestError(error);
    if (!aboutTheCaller.has(refusal.code)) {
      return { uploads, outcome: "refused", faults: toLineFaults(refusal, uploads, target.fields) };
    }
    const { title, body } = describeProblem(error);
    const outcome = refusal.code === "KP_OFFLINE" ? "unsure" : "refused";
    return { uploads, outcome, faults: [{ line: null, field: null, reason: `${title} ${body}` }], isFinal: true };
  }
}

/** No connection, an ended session, a right that is gone. */
const aboutTheCaller = new Set(["KP_OFFLINE", "CB_AU01", "CB_JH01", "CB_NO02"]);

async function send(uploads: readonly Upload[], { app, updateKey }: Target): Promise<void> {
  if (updateKey === null) {
    await callRest("POST", "/k/v1/records.json", { app, records: uploads.map(({ record }) => record) });
    return;
  }
  const isNumber = updateKey.type === "RECORD_NUMBER";
  await callRest("PUT", "/k/v1/records.json", {
    app,
    upsert: !isNumber,
    records: uploads.map(({ key, record }) =>
      isNumber ? { id: key, record } : { updateKey: { field: updateKey.code, value: key }, record },
    ),
  });
}

/** `records[3].T.value[1].value.C.value` is line 4 or one of its table's lines, and the field C. */
export function toLineFaults(
  { message, errors }: RestError,
  uploads: readonly Upload[],
  fields: readonly CsvField[],
): readonly LineFault[] {
  const entries = typeof errors === "object" && errors !== null ? Object.entries(errors) : [];
  const faults = entries.flatMap(([path, fault]: [string, unknown]) => {
    const [, index] = /^records\[(\d+)\]/u.exec(path) ?? [];
    const upload = uploads[Number(index ?? -1)];
    const [, row] = /\.value\[(\d+)\]/u.exec(path) ?? [];
    const line = upload?.lines[Number(row ?? 0)] ?? upload?.lines[0] ?? uploads[0]?.lines[0] ?? 0;
    return readMessages(fault).map((reason) => ({ line, field: findLabel(path, fields), reason }));
  });
  return faults.length > 0 ? faults : [{ line: uploads[0]?.lines[0] ?? 0, field: null, reason: message }];
}

/** The label of the innermost field that a path names. */
function findLabel(path: string, fields: readonly CsvField[]): string | null {
  const names = path.split(/[.[\]]+/u).filter((part) => part !== "" && part !== "value");
  const last = names.toReversed().find((name) => fields.some(({ code }) => code === name));
  return fields.find(({ code }) => code === last)?.label ?? null;
}

function readMessages(fault: unknown): readonly string[] {
  const messages = typeof fault === "object" && fault !== null && "messages" in fault ? fault.messages : [];
  return Array.isArray(messages) ? messages.filter((text): text is string => typeof text === "string") : [];
}
