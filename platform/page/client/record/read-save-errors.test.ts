import { describe, expect, it } from "vitest";
import { fieldsByCode, readRows, toPathKey } from "./form-record.ts";
import { readRestRecord } from "./read-rest-record.ts";
import { readSaveErrors } from "./read-save-errors.ts";
import { sampleFields, sampleRecord } from "./testing-fields.ts";

const record = readRestRecord(sampleFields, sampleRecord);
const fields = fieldsByCode(sampleFields);

describe("readSaveErrors", () => {
  it("places messages at fields in every form that kintone names them", () => {
    const errors = readSaveErrors(
      {
        "record.title.value": { messages: ["必須です。"] },
        "record[cost].value": { messages: ["数字でなければなりません。"] },
        "record.marks.values[0].value": { messages: ["選択肢にありません。"] },
        "record.people.values.value": { messages: ["必須です。"] },
      },
      { fields, record },
    );
    expect(Object.fromEntries(errors.fields)).toEqual({
      title: "必須です。",
      cost: "数字でなければなりません。",
      marks: "選択肢にありません。",
      people: "必須です。",
    });
    expect(errors.rest).toEqual([]);
  });

  it("places a cell's message at the row that was sent there", () => {
    const keys = readRows(record, "rows").map((row) => row.key);
    const answer = { "record.rows.value[0].value.price.value": { messages: ["0以上である必要があります。"] } };
    const sent = (): string[] => [keys[1] ?? ""];
    const errors = readSaveErrors(answer, { fields, record, sent });
    const key = toPathKey({ code: "price", table: "rows", rowKey: keys[1] ?? "" });
    expect(errors.fields.get(key)).toBe("0以上である必要があります。");
  });

  it("joins two names of one field and keeps what belongs to none", () => {
    const errors = readSaveErrors(
      {
        "record[cost].value": { messages: ["数字でなければなりません。"] },
        "record.cost.value": { messages: ["必須です。"] },
        app: { messages: ["最小でも1以上です。"] },
      },
      { fields, record },
    );
    expect(errors.fields.get("cost")).toBe("数字でなければなりません。 必須です。");
    expect(errors.rest).toEqual(["最小でも1以上です。"]);
  });

  it("has nothing for an answer without errors", () => {
    expect(readSaveErrors(undefined, { fields, record })).toEqual({ fields: new Map(), rest: [] });
  });
});
