/** Someone or something with a code: a user, a group or an organization. */
export type Principal = { readonly code: string; readonly name: string };

export type AttachedFile = {
  readonly fileKey: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: string;
};

/** The text of a value, `""` for an empty one. */
export function readText(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** The chosen options of a value that may hold several. */
export function readTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(readText).filter((item) => item !== "") : [];
}

/** The principals of a value; one alone (a creator) counts as a list of one. */
export function readPrincipals(value: unknown): Principal[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => {
    if (typeof item !== "object" || item === null || !("code" in item)) {
      return [];
    }
    const code = readText(item.code);
    const name = "name" in item ? readText(item.name) : "";
    return code === "" ? [] : [{ code, name: name === "" ? code : name }];
  });
}

/** The attachments of a value. */
export function readFiles(value: unknown): AttachedFile[] {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) => {
    if (typeof item !== "object" || item === null || !("fileKey" in item)) {
      return [];
    }
    return [
      {
        fileKey: readText(item.fileKey),
        name: "name" in item ? readText(item.name) : "",
        contentType: "contentType" in item ? readText(item.contentType) : "",
        size: "size" in item ? readText(item.size) : "0",
      },
    ];
  });
}
