import type { ReactElement } from "react";
import { toGetUrl, toSpacePath } from "../rest.ts";
import { formatSize } from "./format-value.ts";
import type { AttachedFile } from "./read-value.ts";

/** Attachments to download; public plugins read `li a` inside the field element. */
export function FileList({ files }: { readonly files: readonly AttachedFile[] }): ReactElement {
  return (
    <ul className="kp-file-list">
      {files.map((file) => (
        <li key={file.fileKey}>
          <a href={toGetUrl(toSpacePath("/k/v1/file"), { fileKey: file.fileKey })} download={file.name}>
            {file.name}
          </a>
          <span className="kp-file-size">{formatSize(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
