import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Acknowledged } from "./write-load.ts";

type Text = { readonly type: "SINGLE_LINE_TEXT"; readonly value: string };

type StoredRecord = {
  readonly $revision: { readonly type: "__REVISION__"; readonly value: string };
  readonly 名: Text;
  readonly 表: {
    readonly type: "SUBTABLE";
    readonly value: { readonly id: string; readonly value: { readonly 行: Text } }[];
  };
  readonly 添付: {
    readonly type: "FILE";
    readonly value: { fileKey: string; name: string; contentType: string; size: string }[];
  };
  readonly ステータス: { readonly type: "STATUS"; readonly value: string };
};

const states = ["未処理", "処理中", "完了"];

/** What was answered and is not there, and what is there by half. `round` names the files that are read byte by byte. */
export async function findLosses(
  client: KintoneRestAPIClient,
  { app, acknowledged, round }: { readonly app: string; readonly acknowledged: Acknowledged; readonly round: number },
): Promise<readonly string[]> {
  const records = await client.record.getAllRecords<StoredRecord>({ app });
  const stored = new Map(records.map((record) => [record.名.value, record]));
  const losses = [...stored.values()].flatMap(findHalves);
  for (const name of stored.keys()) {
    // Records that come in one call are both there or both not.
    const twin = name.replace(/-1$/u, "-2");
    if (/^[ab]-.*-1$/u.test(name) && !stored.has(twin)) {
      losses.push(`${twin} is missing beside ${name}`);
    }
    if (/^[ab]-.*-2$/u.test(name) && !stored.has(name.replace(/-2$/u, "-1"))) {
      losses.push(`${name} is alone`);
    }
    if (/^b-.*-1$/u.test(name) && textOf(stored.get(name.replace(/-1$/u, "-3"))) !== "後") {
      losses.push(`the change beside ${name} is missing`);
    }
    if (/^b-.*-3$/u.test(name) && textOf(stored.get(name)) === "後" && !stored.has(name.replace(/-3$/u, "-1"))) {
      losses.push(`the records beside ${name} are missing`);
    }
  }
  for (const [name, texts] of acknowledged.texts) {
    const text = textOf(stored.get(name));
    if (!texts.includes(text)) {
      losses.push(`${name} has ${text}, answered was ${texts.join(" or ")}`);
    }
  }
  for (const [name, steps] of acknowledged.steps) {
    const step = states.indexOf(stored.get(name)?.ステータス.value ?? "");
    if (step < steps) {
      losses.push(`${name} took ${step} of ${steps} steps`);
    }
  }
  for (const [name, data] of acknowledged.files) {
    const [file] = stored.get(name)?.添付.value ?? [];
    if (file?.size !== String(data.length)) {
      losses.push(`${name} lacks its file`);
    } else if (name.startsWith(`f-${round}-`)) {
      const bytes = await client.file.downloadFile({ fileKey: file.fileKey });
      if (new TextDecoder().decode(bytes) !== data) {
        losses.push(`${name} has other bytes`);
      }
    }
  }
  return losses;
}

function textOf(record: StoredRecord | undefined): string {
  return record?.表.value[0]?.value.行.value ?? "";
}

/** A record that shows less than one whole write: rows of two writes, a status without its revisions. */
function findHalves(record: StoredRecord): readonly string[] {
  const name = record.名.value;
  const texts = record.表.value.map((row) => row.value.行.value);
  const steps = states.indexOf(record.ステータス.value);
  const isChanged = ["変", "後"].includes(texts[0] ?? "");
  const revision = String(1 + steps * 2 + (isChanged ? 1 : 0));
  return [
    ...(texts.length === 2 && texts[0] === texts[1] ? [] : [`${name} has the rows ${texts.join(", ")}`]),
    ...(record.$revision.value === revision ? [] : [`${name} has revision ${record.$revision.value}, not ${revision}`]),
  ];
}
