import { type ReactElement, useState } from "react";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { Banner } from "../shell/banner.tsx";
import { translate } from "../shell/translate.ts";
import { type CsvEncoding, type CsvTable, readCsvTable } from "./read-csv-file.ts";

const encodings: readonly CsvEncoding[] = ["auto", "utf-8", "shift_jis"];

const names = new Map([
  ["utf-8", "UTF-8"],
  ["shift_jis", "Shift_JIS"],
  ["utf-16le", "UTF-16"],
]);

/** The file and its encoding; another encoding reads the same file again. */
export function CsvFilePicker({ onRead }: { readonly onRead: (table: CsvTable | null) => void }): ReactElement {
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<CsvEncoding>("auto");
  const [readAs, setReadAs] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (from: File | null, as: CsvEncoding): Promise<void> => {
    setFile(from);
    setEncoding(as);
    const table = from === null ? null : readCsvTable(await from.arrayBuffer(), as);
    const refused = table !== null && "problem" in table;
    setProblem(refused ? table.problem : null);
    setReadAs(table === null || refused ? null : table.encoding);
    onRead(refused ? null : table);
  };
  return (
    <section className="kp-card kp-section">
      <label className="kp-label" htmlFor="kp-csv-file">
        {translate(text.file)}
      </label>
      <input
        id="kp-csv-file"
        className="kp-input"
        type="file"
        accept=".csv,.txt,text/csv"
        aria-describedby={problem === null ? undefined : "kp-csv-problem"}
        onChange={(event) => void read(event.target.files?.[0] ?? null, encoding)}
      />
      <label className="kp-label" htmlFor="kp-csv-encoding">
        {translate(text.encoding)}
      </label>
      <select
        id="kp-csv-encoding"
        className="kp-input"
        value={encoding}
        onChange={(event) => void read(file, encodings.find((one) => one === event.target.value) ?? "auto")}
      >
        <option value="auto">{translate(text.auto)}</option>
        <option value="utf-8">{translate(text.utf8)}</option>
        <option value="shift_jis">{translate(text.sjis)}</option>
      </select>
      <output className="kp-csv-read-as kp-muted">
        {readAs === null ? "" : translate(text.recognised, { encoding: names.get(readAs) ?? readAs })}
      </output>
      {problem === null ? null : (
        <div id="kp-csv-problem">
          <Banner kind="danger" title={problem}>
            {null}
          </Banner>
        </div>
      )}
    </section>
  );
}
