import { useEffect, useRef, useState } from "react";
import type { ReactElement } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { formatMessage } from "../../message.ts";
import { pageLanguage } from "../kintone/page-state.ts";
import type { FieldInputProps } from "./field-input-props.ts";
import { formatSize } from "./format-value.ts";
import { hasError } from "./input-attributes.ts";
import { readFiles } from "./read-value.ts";
import type { AttachedFile } from "./read-value.ts";
import { uploadFile } from "./upload-file.ts";

type Upload = { readonly name: string; readonly percent: number };

/** Attachments: those that are there, those on their way with their progress, and a way to add more. */
export function FileInput(props: FieldInputProps): ReactElement {
  const language = pageLanguage();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [failure, setFailure] = useState("");
  const picker = useRef<HTMLInputElement>(null);
  const files = readFiles(props.value);
  // Several uploads end one after the other: each adds to what the one before left.
  const latest = useRef<readonly AttachedFile[]>(files);
  useEffect(() => {
    latest.current = files;
  });

  const settle = (next: readonly AttachedFile[]): void => {
    latest.current = next;
    props.onChange(next);
    props.onCommit?.(next);
  };
  const add = async (chosen: readonly File[]): Promise<void> => {
    setFailure("");
    for (const file of chosen) {
      const show = (percent: number): void => setUploads([{ name: file.name, percent }]);
      show(0);
      // One at a time, so that the order of the attachments is the order of the choice.
      const answer = await uploadFile(file, show);
      if (answer.file === null) {
        const session = answer.status === 401 ? formatMessage(fieldMessages.fileWithSession, language) : "";
        setFailure(formatMessage(fieldMessages.uploadFailed, language, { name: file.name }) + session);
        break;
      }
      settle([...latest.current, answer.file]);
    }
    setUploads([]);
  };
  return (
    <div className={`kp-files${hasError(props) ? " kp-files-invalid" : ""}`}>
      {files.length === 0 ? null : (
        <ul className="kp-file-list">
          {files.map((file) => (
            <li key={file.fileKey}>
              <span>{file.name}</span>
              <span className="kp-file-size">{formatSize(file.size)}</span>
              <button
                type="button"
                className="kp-chip-remove"
                disabled={props.disabled === true}
                aria-label={formatMessage(fieldMessages.remove, language, { name: file.name })}
                onClick={() => settle(files.filter((other) => other.fileKey !== file.fileKey))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <button
        id={props.inputId}
        type="button"
        className="kp-button"
        disabled={props.disabled === true || uploads.length > 0}
        aria-describedby={props.describedBy}
        onClick={() => picker.current?.click()}
      >
        {formatMessage(fieldMessages.chooseFile, language)}
      </button>
      <output className="kp-file-progress">
        {uploads.map((upload) => formatMessage(fieldMessages.uploading, language, upload)).join(" ")}
      </output>
      {failure === "" ? null : (
        <p className="kp-field-error" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
