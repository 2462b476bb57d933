import type { Json } from "./hostile-value.ts";

const option = (label: string, index: number): Json => ({ label, index: String(index) });

const fields: Json = {
  text: { type: "SINGLE_LINE_TEXT", code: "text", label: "文字", unique: true },
  amount: { type: "NUMBER", code: "amount", label: "数値" },
  day: { type: "DATE", code: "day", label: "日付" },
  at: { type: "DATETIME", code: "at", label: "日時" },
  time: { type: "TIME", code: "time", label: "時刻" },
  note: { type: "MULTI_LINE_TEXT", code: "note", label: "メモ" },
  rich: { type: "RICH_TEXT", code: "rich", label: "本文" },
  link: { type: "LINK", code: "link", label: "リンク", protocol: "WEB" },
  kind: { type: "DROP_DOWN", code: "kind", label: "種別", options: { 甲: option("甲", 0), 乙: option("乙", 1) } },
  radio: { type: "RADIO_BUTTON", code: "radio", label: "択一", options: { a: option("a", 0), b: option("b", 1) } },
  flags: { type: "CHECK_BOX", code: "flags", label: "印", options: { a: option("a", 0), b: option("b", 1) } },
  multi: { type: "MULTI_SELECT", code: "multi", label: "複数", options: { a: option("a", 0), b: option("b", 1) } },
  who: { type: "USER_SELECT", code: "who", label: "担当" },
  team: { type: "ORGANIZATION_SELECT", code: "team", label: "組織" },
  file: { type: "FILE", code: "file", label: "添付" },
  lines: {
    type: "SUBTABLE",
    code: "lines",
    label: "明細",
    fields: {
      item: { type: "SINGLE_LINE_TEXT", code: "item", label: "品名" },
      qty: { type: "NUMBER", code: "qty", label: "数量" },
    },
  },
};

const fuzzRecord: Json = {
  text: { value: "fuzz" },
  amount: { value: "12.5" },
  day: { value: "2026-11-22" },
  at: { value: "2026-11-22T01:00:00Z" },
  time: { value: "10:30" },
  note: { value: "a\nb" },
  rich: { value: "<b>x</b>" },
  link: { value: "https://example.com/" },
  kind: { value: "甲" },
  radio: { value: "a" },
  flags: { value: ["a"] },
  multi: { value: ["b"] },
  who: { value: [{ code: "sato" }] },
  team: { value: [{ code: "soumu" }] },
  file: { value: [] },
  lines: { value: [{ value: { item: { value: "紙" }, qty: { value: "3" } } }] },
};

/** The app whose records must be there, unchanged, when all is over: nothing below names it. */
export const untouchedApp = 2;
export const untouchedRecords = 50;

/** What the platform under attack starts with: app 1 to be attacked, app 2 to be left alone. */
export const fuzzSeed: Json = {
  organizations: [{ code: "soumu", name: "総務課" }],
  groups: [{ code: "kachou", name: "課長" }],
  users: [{ code: "sato", name: "佐藤", organizations: ["soumu"] }],
  apps: [
    {
      name: "攻められるアプリ",
      fields,
      process: {
        enable: true,
        states: {
          未処理: { name: "未処理", index: "0", assignee: { type: "ONE", entities: [] } },
          完了: {
            name: "完了",
            index: "1",
            assignee: { type: "ANY", entities: [{ entity: { type: "USER", code: "sato" } }] },
          },
        },
        actions: [{ name: "終える", from: "未処理", to: "完了" }],
      },
      records: Array.from({ length: 30 }, (_, index) => ({ text: `T-${index}`, amount: String(index), kind: "甲" })),
    },
    {
      name: "触れられないアプリ",
      fields: { text: { type: "SINGLE_LINE_TEXT", code: "text", label: "文字" } },
      records: Array.from({ length: untouchedRecords }, (_, index) => ({ text: `U-${index}` })),
    },
  ],
};

/** Calls that are right, to be spoiled: by `METHOD path` of the route table. */
export const rightCalls: Readonly<Record<string, Json>> = {
  "GET /k/v1/record.json": { app: 1, id: 1 },
  "POST /k/v1/record.json": { app: 1, record: fuzzRecord },
  "PUT /k/v1/record.json": { app: 1, id: 1, revision: -1, record: fuzzRecord },
  "PUT /k/v1/record/status.json": { app: 1, id: 3, action: "終える", assignee: "sato" },
  "PUT /k/v1/record/assignees.json": { app: 1, id: 3, assignees: ["sato"], revision: -1 },
  "GET /k/v1/records.json": {
    app: 1,
    fields: ["text", "$id"],
    query: "amount > 1 order by day desc limit 10",
    totalCount: true,
  },
  "POST /k/v1/records.json": { app: 1, records: [fuzzRecord, { text: { value: "y" } }] },
  "PUT /k/v1/records.json": {
    app: 1,
    upsert: true,
    records: [
      { updateKey: { field: "text", value: "T-1" }, record: { amount: { value: "3" } } },
      { id: 3, revision: 1, record: fuzzRecord },
    ],
  },
  "DELETE /k/v1/records.json": { app: 1, ids: [29, 30], revisions: [1, -1] },
  "PUT /k/v1/records/status.json": { app: 1, records: [{ id: 3, action: "終える" }] },
  "POST /k/v1/records/cursor.json": { app: 1, fields: ["text"], query: "order by $id asc", size: 10 },
  "GET /k/v1/records/cursor.json": { id: "9a9716fe-1394-4677-a1c7-2199a5d28215" },
  "DELETE /k/v1/records/cursor.json": { id: "9a9716fe-1394-4677-a1c7-2199a5d28215" },
  "POST /k/v1/bulkRequest.json": {
    requests: [
      { method: "POST", api: "/k/v1/record.json", payload: { app: 1, record: fuzzRecord } },
      { method: "PUT", api: "/k/v1/record.json", payload: { app: 1, id: 1, record: { amount: { value: 1 } } } },
    ],
  },
  "POST /k/v1/record/comment.json": {
    app: 1,
    record: 1,
    comment: { text: "x", mentions: [{ code: "sato", type: "USER" }] },
  },
  "GET /k/v1/record/comments.json": { app: 1, record: 1, order: "asc", offset: 0, limit: 10 },
  "DELETE /k/v1/record/comment.json": { app: 1, record: 1, comment: 1 },
  "GET /k/v1/records/acl/evaluate.json": { app: 1, ids: [1, 3] },
  "POST /k/v1/app.json": { name: "新しいアプリ" },
  "POST /k/v1/app/form/fields.json": { app: 1, properties: fields },
  "DELETE /k/v1/app/form/fields.json": { app: 1, fields: ["note"], revision: -1 },
  "POST /k/v1/app/deploy.json": { apps: [{ app: 1, revision: -1 }], revert: true },
  "GET /k/v1/app/deploy.json": { apps: [1, 3] },
  "GET /k/v1/apps.json": { ids: [1], codes: ["A"], name: "ア", spaceIds: [1], limit: 10, offset: 0 },
  "GET /k/v1/app.json": { id: 1 },
  "POST /v1/users.json": { users: [{ code: "u", name: "u", password: "u", email: "a@example.com", locale: "ja" }] },
  "POST /v1/groups.json": { groups: [{ code: "g", name: "g" }] },
  "POST /v1/organizations.json": { organizations: [{ code: "o", name: "o", parentCode: "soumu" }] },
  "PUT /v1/user/groups.json": { code: "sato", groups: ["kachou"] },
  "PUT /v1/user/organizations.json": { code: "sato", organizations: ["soumu"] },
  "GET /v1/users.json": { codes: ["sato"], ids: [1], offset: 0, size: 10 },
  "GET /v1/group/users.json": { code: "kachou" },
  "GET /v1/organization/users.json": { code: "soumu" },
};
