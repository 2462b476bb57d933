import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { addApp, all, everyone, putLive, text } from "./town.ts";

/** What the clerk may read nowhere. */
export const secret = "9876543";

export type Guarded = { readonly app: string; readonly other: string; readonly file: string };

/** Records 1 (open), 2 (closed to 担当), both with values of hidden fields; everything by the chief. */
export async function addGuarded(chief: KintoneRestAPIClient): Promise<Guarded> {
  const app = await addApp("名簿", {
    ...text("名", { unique: true }),
    ...text("番号", { unique: true }),
    ...text("個人"),
    ...text("メモ"),
    給与: { type: "NUMBER", code: "給与", label: "給与" },
    添付: { type: "FILE", code: "添付", label: "添付" },
    区分: {
      type: "DROP_DOWN",
      code: "区分",
      label: "区分",
      options: { 公: { label: "公", index: 0 }, 秘: { label: "秘", index: 1 } },
    },
    明細: {
      type: "SUBTABLE",
      code: "明細",
      label: "明細",
      fields: { 品: text("品")["品"], 原価: { type: "NUMBER", code: "原価", label: "原価" } },
    },
  });
  const other = await addApp("手当", {
    鍵: {
      type: "SINGLE_LINE_TEXT",
      code: "鍵",
      label: "鍵",
      lookup: {
        relatedApp: { app },
        relatedKeyField: "名",
        fieldMappings: [{ field: "写し", relatedField: "給与" }],
        lookupPickerFields: [],
        filterCond: "",
        sort: "",
      },
    },
    鍵だけ: {
      type: "SINGLE_LINE_TEXT",
      code: "鍵だけ",
      label: "鍵だけ",
      lookup: {
        relatedApp: { app },
        relatedKeyField: "名",
        fieldMappings: [],
        lookupPickerFields: [],
        filterCond: "",
        sort: "",
      },
    },
    写し: { type: "NUMBER", code: "写し", label: "写し" },
  });
  const { fileKey } = await chief.file.uploadFile({ file: { name: "a.txt", data: secret } });
  const detail = [{ value: { 品: { value: "机" }, 原価: { value: secret } } }];
  await chief.record.addRecords({
    app,
    records: [
      {
        名: { value: "甲" },
        番号: { value: `n${secret}` },
        個人: { value: `p${secret}` },
        メモ: { value: "読む" },
        給与: { value: secret },
        添付: { value: [{ fileKey }] },
        区分: { value: "公" },
        明細: { value: detail },
      },
      { 名: { value: `乙${secret}` }, 番号: { value: "2" }, 区分: { value: "秘" } },
    ],
  });
  const { record } = await chief.record.getRecord<{
    添付: { type: "FILE"; value: { fileKey: string; name: string; contentType: string; size: string }[] };
  }>({
    app,
    id: 1,
  });
  const chiefLine = { accessibility: "WRITE", entity: { type: "USER", code: "kachou" } };
  await putLive("field", app, [
    ...["給与", "添付", "番号", "原価"].map((code) => ({ code, entities: [chiefLine] })),
    { code: "メモ", entities: [chiefLine, { accessibility: "READ", entity: everyone }] },
    {
      code: "個人",
      entities: [
        { accessibility: "WRITE", entity: { type: "FIELD_ENTITY", code: "作成者" } },
        { accessibility: "NONE", entity: everyone },
      ],
    },
  ]);
  await putLive("record", app, [
    { filterCond: '区分 in ("秘")', entities: [{ entity: { type: "USER", code: "kachou" }, ...all }] },
  ]);
  return { app, other, file: record.添付.value[0]?.fileKey ?? "" };
}
