import { expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "../harness.ts";
import { read } from "../target/app-guard.ts";
import { currentTarget } from "../target/current-target.ts";
import { field, makeApp, makeEveryTypeApp } from "../target/every-type-app.ts";

const options = { 甲: { label: "甲", index: "0" }, 乙: { label: "乙", index: "1" } };

export type ValueApps = {
  readonly target: TestPlatform;
  /** With a field of every type. */
  readonly app: string;
  /** Whose fields are limited in what they take. */
  readonly strict: string;
};

/** A target with both apps. */
export async function startValueApps(): Promise<ValueApps> {
  const target = await startTestPlatform();
  const app = await makeEveryTypeApp(target);
  const strict = await makeApp(target, "制約", {
    ...field("SINGLE_LINE_TEXT", "必", { required: true }),
    ...field("SINGLE_LINE_TEXT", "長", { minLength: "2", maxLength: "4", defaultValue: "初期" }),
    ...field("NUMBER", "数", { minValue: "1", maxValue: "10" }),
    ...field("NUMBER", "重", { unique: true }),
    ...field("SINGLE_LINE_TEXT", "独", { unique: true }),
    ...field("DROP_DOWN", "選", { options }),
    ...field("CHECK_BOX", "印", { options }),
    ...field("LINK", "所", { protocol: "WEB" }),
    ...field("DATE", "日"),
    ...field("SUBTABLE", "表", {
      fields: {
        ...field("NUMBER", "行数", { minValue: "1" }),
        ...field("SINGLE_LINE_TEXT", "行文", { maxLength: "3", defaultValue: "行" }),
        ...field("DROP_DOWN", "行選", { options }),
      },
    }),
  });
  return { target, app, strict };
}

export type Values = Readonly<Record<string, unknown>>;

/** Each value in the form the API takes. */
export function wrap(values: Values): object {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }]));
}

/** Adds a record of these values to an app and answers its id. */
export async function postValues(app: string, values: Values): Promise<string> {
  const { status, body } = await currentTarget().call("POST", "/k/v1/record.json", {
    body: { app, record: wrap(values) },
  });
  expect([status, body]).toEqual([200, { id: expect.stringMatching(/^\d+$/u), revision: "1" }]);
  return String(read(body, "id"));
}

/** A value of a record. */
export async function readValueOf(app: string, id: string, code: string): Promise<unknown> {
  const { body } = await currentTarget().call("GET", `/k/v1/record.json?app=${app}&id=${id}`);
  return read(read(read(body, "record"), code), "value");
}

export type Refusal = { readonly status: number; readonly code: unknown; readonly errors: unknown };

/** How a call on a record, or on several, is refused. */
export async function refusal(method: string, body: unknown, language: "ja" | "en" = "ja"): Promise<Refusal> {
  const path = Array.isArray(read(body, "records")) ? "records" : "record";
  const answer = await currentTarget().call(method, `/k/v1/${path}.json`, { body, language });
  return { status: answer.status, code: read(answer.body, "code"), errors: read(answer.body, "errors") };
}
