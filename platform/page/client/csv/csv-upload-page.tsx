import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import type { Bootstrap, BootstrapApp } from "../../bootstrap.ts";
import { buildUploads } from "../../csv/build-uploads.ts";
import { isWritableCsvField, listCsvFields } from "../../csv/csv-field.ts";
import { mapColumns } from "../../csv/map-columns.ts";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { translate } from "../shell/translate.ts";
import { CsvFilePicker } from "./csv-file-picker.tsx";
import { type CsvChoice, CsvPreview, toColumnCode } from "./csv-preview.tsx";
import { CsvReport } from "./csv-report.tsx";
import type { CsvTable } from "./read-csv-file.ts";
import { runUpload } from "./run-upload.ts";
import { type BatchResult, uploadBatch } from "./upload-batch.ts";
import { callRest } from "../rest.ts";
import { appPath } from "../shell/app-path.ts";

type Running = { readonly results: readonly BatchResult[]; readonly total: number; readonly isDone: boolean };

/** Records from a CSV file: choose it, look at what will happen, read it, see what came of each line. */
export function CsvUploadPage({
  bootstrap,
  app,
}: {
  readonly bootstrap: Bootstrap;
  readonly app: BootstrapApp;
}): ReactElement {
  const fields = useMemo(() => listCsvFields(app.settings.fields), [app]);
  const writable = useMemo(() => fields.filter(isWritableCsvField), [fields]);
  const keys = useMemo(() => fields.filter((field) => field.isUnique || field.type === "RECORD_NUMBER"), [fields]);
  const [table, setTable] = useState<CsvTable | null>(null);
  const [choice, setChoice] = useState<CsvChoice>({ columns: [], updateKey: null });
  const [running, setRunning] = useState<Running | null>(null);
  const stopped = useRef(false);
  const { timezone } = bootstrap.loginUser;

  const uploads = useMemo(
    () => (table === null ? [] : buildUploads(table.rows, { fields, ...choice, timezone })),
    [table, fields, choice, timezone],
  );
  const isBusy = running !== null && !running.isDone;
  useEffect(() => {
    // Leaving now would stop the upload where nobody sees it.
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (isBusy) {
      addEventListener("beforeunload", warn);
    }
    return () => removeEventListener("beforeunload", warn);
  }, [isBusy]);
  const open = (next: CsvTable | null): void => {
    setTable(next);
    setRunning(null);
    const known = [...writable, ...keys.filter((key) => !writable.includes(key))];
    setChoice({ columns: next === null ? [] : mapColumns(next.headings, known), updateKey: null });
  };
  const run = async (): Promise<void> => {
    stopped.current = false;
    const updateKey = keys.find(({ code }) => code === choice.updateKey) ?? null;
    const results = await runUpload(uploads, {
      send: async (batch) => uploadBatch(batch, { app: app.id, fields, updateKey }),
      isStopped: () => stopped.current,
      onProgress: (sofar) => setRunning({ results: sofar, total: uploads.length, isDone: false }),
    });
    setRunning({ results, total: uploads.length, isDone: true });
    if (results.some(({ outcome }) => outcome === "saved")) {
      // The records are in already: a notice that could not be sent changes nothing about that.
      await callRest("POST", "/k/platform/file-imported", { app: app.id }).catch(() => null);
    }
  };
  return (
    <div className="kp-page-narrow">
      <h1>{translate(text.title)}</h1>
      {running === null || table === null ? (
        <>
          <p>{translate(text.lead)}</p>
          <CsvFilePicker onRead={open} />
          {table === null ? null : (
            <CsvPreview
              {...{ table, choice, uploads, keys }}
              fields={[
                ...writable,
                // Only the key may be read of a field that nobody can write.
                ...keys.filter((key) => !isWritableCsvField(key) && isKeyColumn(choice, key.code)),
              ]}
              onChoose={setChoice}
              onUpload={() => void run()}
            />
          )}
        </>
      ) : (
        <CsvReport
          {...running}
          table={table}
          onStop={() => {
            stopped.current = true;
          }}
          onAgain={() => open(null)}
        />
      )}
      <p className="kp-foot">
        <a href={appPath(app.id)}>{translate(text.toList)}</a>
      </p>
    </div>
  );
}

function isKeyColumn({ columns }: CsvChoice, code: string): boolean {
  return columns.some((target) => toColumnCode(target) === code);
}
