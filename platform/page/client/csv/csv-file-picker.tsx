import { type ReactElement, useState } from "react";
import { csvMessages as text } from "../messages/csv-messages.ts";
import { Banner } from "../shell/banner.tsx";
import { translate } from "../shell/translate.ts";
import { type CsvEncoding, type CsvTable, readCsvTable } from "./read-csv-file.ts";

/** The file and its encoding; another encoding reads the same file again. */
export function CsvFilePicker({ onRead }: { readonly onRead: (table: CsvTable | null) => void }): ReactElement {
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<CsvEncoding>("utf-8");
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (from: File | null, as: CsvEncoding): Promise<void> => {
    setFile(from);
    setEncoding(as);
    const table = from === null ? null : readCsvTable(await from.arrayBuffer(), as);
    const refused = table !== null && "problem" in table;
    setProblem(refused ? table.problem : null);
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
        onChange={(event) => void read(file, event.target.value === "shift_jis" ? "shift_jis" : "utf-8")}
      >
        <option value="utf-8">{translate(text.utf8)}</option>
        <option value="shift_jis">{translate(text.sjis)}</option>
      </select>
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
