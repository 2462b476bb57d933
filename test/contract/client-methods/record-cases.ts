import { expect } from "vitest";
import { type Case, type Course, row } from "./course.ts";

type Numbered = { readonly $id: { readonly type: "__ID__"; readonly value: string } };

async function count(records: Promise<readonly unknown[]>): Promise<{ readonly count: number }> {
  return { count: (await records).length };
}

/** Records, their comments, files and cursors. */
export function createRecordCases(course: Course): readonly Case[] {
  const { keep, take, keepOf, app } = course;
  const ids = (...names: readonly string[]) => names.map((name) => Number(take(name)));
  return [
    [
      "file.uploadFile",
      async () =>
        keepOf("file", course.client.file.uploadFile({ file: { name: "資料.txt", data: "中身" } }), "fileKey"),
      { fileKey: expect.any(String) },
    ],
    [
      "record.addRecord",
      async () =>
        keepOf(
          "record",
          course.client.record.addRecord({
            app: app(),
            record: { ...row("甲"), 添付: { value: [{ fileKey: take("file") }] } },
          }),
          "id",
        ),
      { revision: "1" },
    ],
    [
      "record.getRecord",
      async () => {
        const answer = await course.client.record.getRecord({ app: app(), id: take("record") });
        keep("stored", /"fileKey":"([^"]+)"/u.exec(JSON.stringify(answer.record))?.[1]);
        return answer;
      },
      { record: { 名: { value: "甲" }, 添付: { value: [{ name: "資料.txt" }] } } },
    ],
    [
      "file.downloadFile",
      async () => ({
        text: new TextDecoder().decode(await course.client.file.downloadFile({ fileKey: take("stored") })),
      }),
      { text: "中身" },
    ],
    [
      "record.updateRecord",
      () =>
        course.client.record.updateRecord({
          app: app(),
          id: take("record"),
          record: { 数: { value: 2 } },
          revision: 1,
        }),
      { revision: "2" },
    ],
    [
      "record.upsertRecord",
      () =>
        course.client.record.upsertRecord({
          app: app(),
          updateKey: { field: "名", value: "乙" },
          record: { 数: { value: 3 } },
        }),
      { revision: "1" },
    ],
    [
      "record.addRecords",
      () => course.client.record.addRecords({ app: app(), records: [row("丙"), row("丁")] }),
      { ids: ["3", "4"], revisions: ["1", "1"] },
    ],
    [
      "record.getRecords",
      () =>
        course.client.record.getRecords({
          app: app(),
          query: "数 > 1 order by 数 desc",
          totalCount: true,
          fields: ["名"],
        }),
      { totalCount: "2", records: [{ 名: { value: "乙" } }, { 名: { value: "甲" } }] },
    ],
    [
      "record.updateRecords",
      () =>
        course.client.record.updateRecords({
          app: app(),
          upsert: true,
          records: [
            { id: 3, record: { 数: { value: 5 } } },
            { updateKey: { field: "名", value: "戊" }, record: { 数: { value: 6 } } },
          ],
        }),
      { records: [{ id: "3", operation: "UPDATE" }, { operation: "INSERT" }] },
    ],
    ["record.deleteRecords", () => course.client.record.deleteRecords({ app: app(), ids: [4], revisions: [1] }), {}],
    [
      "record.createCursor",
      async () =>
        keepOf("cursor", course.client.record.createCursor({ app: app(), size: 2, query: "order by $id asc" }), "id"),
      { totalCount: "4" },
    ],
    [
      "record.getRecordsByCursor",
      () => course.client.record.getRecordsByCursor({ id: take("cursor") }),
      { records: [{ 名: { value: "甲" } }, { 名: { value: "乙" } }], next: true },
    ],
    ["record.deleteCursor", () => course.client.record.deleteCursor({ id: take("cursor") }), {}],
    [
      "record.addAllRecords",
      () =>
        course.client.record.addAllRecords({
          app: app(),
          records: Array.from({ length: 230 }, (_, index) => row(`多${index}`, "7")),
        }),
      { records: expect.objectContaining({ length: 230 }) },
    ],
    [
      "record.getAllRecords",
      async () => count(course.client.record.getAllRecords({ app: app(), condition: "数 = 7", orderBy: "$id asc" })),
      { count: 230 },
    ],
    [
      "record.getAllRecordsWithId",
      async () => count(course.client.record.getAllRecordsWithId({ app: app(), condition: "数 = 7" })),
      { count: 230 },
    ],
    [
      "record.getAllRecordsWithOffset",
      async () => count(course.client.record.getAllRecordsWithOffset({ app: app(), condition: "数 = 7" })),
      { count: 230 },
    ],
    [
      "record.getAllRecordsWithCursor",
      async () => count(course.client.record.getAllRecordsWithCursor({ app: app(), query: "数 = 7" })),
      { count: 230 },
    ],
    [
      "record.updateAllRecords",
      async () => {
        const found = await course.client.record.getAllRecords<Numbered>({ app: app(), condition: "数 = 7" });
        const records = found.map(({ $id }) => ({ id: $id.value, record: { 数: { value: 8 } } }));
        return course.client.record.updateAllRecords({ app: app(), records });
      },
      { records: expect.objectContaining({ length: 230 }) },
    ],
    [
      "record.deleteAllRecords",
      async () => {
        const found = await course.client.record.getAllRecords<Numbered>({ app: app(), condition: "数 = 8" });
        return course.client.record.deleteAllRecords({
          app: app(),
          records: found.map(({ $id }) => ({ id: $id.value })),
        });
      },
      {},
    ],
    [
      "record.addRecordComment",
      async () =>
        keepOf(
          "comment",
          course.client.record.addRecordComment({
            app: app(),
            record: take("record"),
            comment: { text: "確認", mentions: [{ type: "USER", code: "aoki" }] },
          }),
          "id",
        ),
      { id: "1" },
    ],
    [
      "record.getRecordComments",
      () => course.client.record.getRecordComments({ app: app(), record: take("record"), order: "asc" }),
      { comments: [{ id: "1", mentions: [{ code: "aoki" }] }] },
    ],
    [
      "search",
      () => course.client.search({ query: [{ operator: "AND", keywords: ["甲"] }], types: ["RECORD"] }),
      {
        hits: [{ type: "RECORD", record: { recordId: "1", matchedFields: [{ code: "名", label: "事業名" }] } }],
        nextPageToken: null,
      },
    ],
    [
      "record.deleteRecordComment",
      () => course.client.record.deleteRecordComment({ app: app(), record: take("record"), comment: take("comment") }),
      {},
    ],
    [
      "app.evaluateRecordsAcl",
      () => course.client.app.evaluateRecordsAcl({ app: app(), ids: ids("record") }),
      { rights: [{ id: "1", record: { viewable: true } }] },
    ],
    [
      "record.updateRecordStatus",
      () =>
        course.client.record.updateRecordStatus({
          app: app(),
          id: take("record"),
          action: "済ませる",
          assignee: "admin",
        }),
      { revision: "4" },
    ],
    [
      "record.updateRecordAssignees",
      () => course.client.record.updateRecordAssignees({ app: app(), id: take("record"), assignees: ["admin"] }),
      { revision: "5" },
    ],
    [
      "record.updateRecordsStatus",
      () =>
        course.client.record.updateRecordsStatus({
          app: app(),
          records: [
            { id: take("record"), action: "終える" },
            { id: 2, action: "済ませる" },
          ],
        }),
      { records: [{ id: "1" }, { id: "2" }] },
    ],
    [
      "bulkRequest",
      () =>
        course.client.bulkRequest({
          requests: [
            { method: "POST", api: "/k/v1/record.json", payload: { app: app(), record: row("己") } },
            { method: "DELETE", api: "/k/v1/records.json", payload: { app: app(), ids: [3] } },
          ],
        }),
      { results: [{ revision: "1" }, {}] },
    ],
    [
      "getBaseUrl",
      async () => ({ url: course.client.getBaseUrl() }),
      { url: expect.stringMatching(/^http:\/\/localhost:/u) },
    ],
  ];
}
