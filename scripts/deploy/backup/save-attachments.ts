import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Json, JsonObject } from "../client/json.ts";
import { isJsonObject, listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";

/** Below the folder of a backup: attachments by the SHA-256 of their content, so that equal ones are stored once. */
export const attachmentFolder = "files";

/** The values with every attachment downloaded; its file key, which ends with the record, becomes its SHA-256. */
export async function saveAttachments(client: KintoneClient, values: JsonObject, folder: string): Promise<JsonObject> {
  const entries = await Promise.all(
    Object.entries(values).map(
      async ([code, value]) => [code, await saveValue(client, value ?? null, folder)] as const,
    ),
  );
  return Object.fromEntries(entries);
}

async function saveValue(client: KintoneClient, field: Json, folder: string): Promise<Json> {
  const type = textOf(memberOf(field, "type"));
  const value = memberOf(field, "value");
  if (type === "FILE") {
    const files: Json[] = [];
    for (const file of listOf(value)) {
      files.push(await saveFile(client, objectOf(file), folder));
    }
    return { type, value: files };
  }
  if (type === "SUBTABLE") {
    const rows: Json[] = [];
    for (const row of listOf(value)) {
      const cells = await saveAttachments(client, objectOf(memberOf(row, "value")), folder);
      rows.push({ id: memberOf(row, "id"), value: cells });
    }
    return { type, value: rows };
  }
  return field;
}

async function saveFile(client: KintoneClient, file: JsonObject, folder: string): Promise<JsonObject> {
  const bytes = await client.download(textOf(file["fileKey"]));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const target = resolve(folder, attachmentFolder, sha256);
  if (!existsSync(target)) {
    mkdirSync(resolve(folder, attachmentFolder), { recursive: true, mode: 0o700 });
    writeFileSync(`${target}.new`, bytes, { mode: 0o600 });
    renameSync(`${target}.new`, target);
  }
  return { name: file["name"] ?? "", contentType: file["contentType"] ?? "", size: file["size"] ?? "", sha256 };
}

/** Names of all attachments in the values of a record, as a backup holds them. */
export function listAttachments(values: JsonObject): { readonly name: string; readonly sha256: string }[] {
  return Object.values(values).flatMap((field) => {
    const items = listOf(memberOf(field, "value"));
    const type = textOf(memberOf(field, "type"));
    if (type === "SUBTABLE") {
      return items.flatMap((row) => listAttachments(objectOf(memberOf(row, "value"))));
    }
    return type === "FILE"
      ? items.filter(isJsonObject).map((file) => ({ name: textOf(file["name"]), sha256: textOf(file["sha256"]) }))
      : [];
  });
}
