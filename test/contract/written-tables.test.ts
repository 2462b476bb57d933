import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { guess, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";
import { listOf, read } from "./target/app-guard.ts";
import { postValues, readValueOf, startValueApps, type Values, wrap } from "./write-values/value-apps.ts";

let target: TestPlatform;
let app: string;
let strict: string;

beforeAll(async () => {
  ({ target, app, strict } = await startValueApps());
});

afterAll(async () => {
  await target.close();
});

const emu = observed("2026-04", "kintone-emulator notes");

const post = async (values: Values, of = app): Promise<string> => postValues(of, values);
const readValue = async (id: string, code: string, of = app): Promise<unknown> => readValueOf(of, id, code);

describe("a default", () => {
  fact("fills a key that is missing", { evidence: emu }, async () => {
    expect(await readValue(await post({ 必: "x" }, strict), "長", strict)).toBe("初期");
  });

  fact("does not fill on PUT", { evidence: emu }, async () => {
    const id = await post({ 必: "x", 長: "短い" }, strict);
    await target.call("PUT", "/k/v1/record.json", { body: { app: strict, id, record: wrap({ 必: "y" }) } });
    expect(await readValue(id, "長", strict)).toBe("短い");
  });

  fact("fills the fields a sent row leaves out", { evidence: emu }, async () => {
    const id = await post({ 必: "x", 表: [{ value: { 行数: { value: "1" } } }] }, strict);
    expect(await readValue(id, "表", strict)).toMatchObject([
      { value: { 行文: { value: "行" }, 行選: { value: null } } },
    ]);
  });

  fact("makes no rows of a table that is missing", { evidence: emu }, async () => {
    expect(await readValue(await post({ 必: "x" }, strict), "表", strict)).toEqual([]);
  });

  fact(
    "of a radio button is its first option",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      expect(await readValue(await post({}), "radio")).toBe("甲");
    },
  );
});

function row(text: string, id?: string): object {
  return { ...(id !== undefined && { id }), value: { t_text: { value: text } } };
}

async function addTwoRows(): Promise<{ readonly id: string; readonly rows: readonly string[] }> {
  const id = await post({ table: [row("一"), row("二")] });
  return { id, rows: listOf(await readValue(id, "table")).map((each) => String(read(each, "id"))) };
}

/** Writes, and reads the ids and texts of the table's rows. */
async function putRows(id: string, record: object): Promise<readonly (readonly [unknown, unknown])[]> {
  const { status } = await target.call("PUT", "/k/v1/record.json", { body: { app, id, record } });
  expect(status).toBe(200);
  return listOf(await readValue(id, "table")).map((each) => [
    read(each, "id"),
    read(read(read(each, "value"), "t_text"), "value"),
  ]);
}

describe("a table on PUT", () => {
  fact("keeps its rows when it is not sent", { evidence: emu }, async () => {
    const { id, rows } = await addTwoRows();
    expect(await putRows(id, wrap({ text: "x" }))).toEqual([
      [rows[0], "一"],
      [rows[1], "二"],
    ]);
  });

  fact("loses all rows for an empty list", { evidence: emu }, async () => {
    const { id } = await addTwoRows();
    expect(await putRows(id, wrap({ table: [] }))).toEqual([]);
  });

  fact("keeps a row that is named by its id, and its unsent fields", { evidence: emu }, async () => {
    const { id, rows } = await addTwoRows();
    await putRows(id, wrap({ table: [{ id: rows[0], value: { t_number: { value: "3" } } }] }));
    expect(await readValue(id, "table")).toMatchObject([
      { id: rows[0], value: { t_text: { value: "一" }, t_number: { value: "3" } } },
    ]);
  });

  fact("gives a row of an unknown id another one", { evidence: emu }, async () => {
    const { id } = await addTwoRows();
    const [made] = await putRows(id, wrap({ table: [row("新", "999999999")] }));
    expect(made).toEqual([expect.not.stringMatching(/^999999999$/u), "新"]);
  });

  fact(
    "replaces rows that come without ids",
    { evidence: observed("2026-09", "monosashi write-behavior") },
    async () => {
      const { id, rows } = await addTwoRows();
      const made = await putRows(id, wrap({ table: [row("甲"), row("乙")] }));
      expect(made.map(([, text]) => text)).toEqual(["甲", "乙"]);
      expect(made.every(([each]) => !rows.includes(String(each)))).toBe(true);
    },
  );

  fact("takes the order in which its rows are sent", { evidence: guess("as the form moves rows") }, async () => {
    const { id, rows } = await addTwoRows();
    expect(await putRows(id, wrap({ table: [row("二", rows[1]), row("一", rows[0])] }))).toEqual([
      [rows[1], "二"],
      [rows[0], "一"],
    ]);
  });

  fact("does not take ids on POST", { evidence: emu }, async () => {
    const { rows } = await addTwoRows();
    const id = await post({ table: [row("写し", rows[0])] });
    expect(listOf(await readValue(id, "table")).map((each) => read(each, "id"))).not.toContain(rows[0]);
  });

  fact("has an empty text where a row's number is none", { evidence: emu }, async () => {
    const id = await post({ table: [{ value: { t_number: { value: "1,000" } } }] });
    expect(await readValue(id, "table")).toMatchObject([{ value: { t_number: { value: "" } } }]);
  });

  fact("calculates its rows with the fields above", { evidence: emu }, async () => {
    const id = await post({ number: "10", table: [{ value: { t_number: { value: "1" } } }] });
    expect(await readValue(id, "table")).toMatchObject([{ value: { t_calc: { value: "11" } } }]);
  });
});
