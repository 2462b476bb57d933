import { requestToken, toApiUrl, toSpacePath } from "../rest.ts";
import { readText } from "./read-value.ts";
import type { AttachedFile } from "./read-value.ts";

/** Sends one file, telling how much of it is through (0–100); resolves to `null` and the status when it is refused. */
export function uploadFile(
  file: File,
  onProgress: (percent: number) => void,
): Promise<{ readonly file: AttachedFile } | { readonly file: null; readonly status: number }> {
  // fetch tells no progress of an upload.
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const refuse = (): void => resolve({ file: null, status: request.status });
    request.open("POST", toApiUrl(toSpacePath("/k/v1/file")));
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.upload.addEventListener("progress", (event) => onProgress(Math.round((100 * event.loaded) / event.total)));
    request.addEventListener("load", () => {
      const fileKey = readFileKey(request.responseText);
      if (request.status !== 200 || fileKey === "") {
        refuse();
        return;
      }
      resolve({ file: { fileKey, name: file.name, contentType: file.type, size: String(file.size) } });
    });
    request.addEventListener("error", refuse);
    request.addEventListener("abort", refuse);
    const form = new FormData();
    form.append("__REQUEST_TOKEN__", requestToken());
    form.append("file", file, file.name);
    request.send(form);
  });
}

function readFileKey(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && "fileKey" in body ? readText(body.fileKey) : "";
  } catch {
    return "";
  }
}
