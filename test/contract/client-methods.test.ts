import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { createAppCases } from "./client-methods/app-cases.ts";
import { createCourse } from "./client-methods/course.ts";
import { createPluginCases } from "./client-methods/plugin-cases.ts";
import { createRecordCases } from "./client-methods/record-cases.ts";
import { createSpaceCases } from "./client-methods/space-cases.ts";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { inClient } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Every public method of the installed official client, once, with real content. The cases run in their order: what one makes, the
// next one uses. What each operation means is held elsewhere; here it is that the client as it is published gets along.

let platform: TestPlatform;
let client: KintoneRestAPIClient;

beforeAll(async () => {
  platform = await startTestPlatform();
  client = platform.client();
  await platform.call("POST", "/v1/users.json", {
    body: { users: [{ code: "aoki", name: "青木", password: "aoki" }] },
  });
});

afterAll(async () => {
  await platform.close();
});

const official = inClient("@kintone/rest-api-client");
const course = createCourse();
const cases = [createAppCases, createPluginCases, createRecordCases, createSpaceCases].flatMap((create) =>
  create(course),
);

function methodsOf(of: object): readonly string[] {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(of)).filter((name) => name !== "constructor");
}

describe("every method of the official client", () => {
  fact.each(cases)("%s works", { evidence: official, needs: "system" }, async (_, call, expected) => {
    expect(await call()).toMatchObject(Object(expected));
  });

  /** Declared private in the client's own types. */
  const hidden = new Set([
    "record.warnMaximumOffsetValueIfNeeded",
    "record.separateArrayRecursive",
    ...["add", "update", "delete"].flatMap((verb) => [
      `record.${verb}AllRecordsRecursive`,
      `record.${verb}AllRecordsWithBulkRequest`,
    ]),
  ]);

  fact("is among these cases", { evidence: official, needs: "system" }, () => {
    const { record, app: apps, space, file, plugin } = client;
    const groups = { record, app: apps, space, file, plugin };
    const methods = [
      ...methodsOf(client),
      ...Object.entries(groups).flatMap(([group, of]) => methodsOf(of).map((name) => `${group}.${name}`)),
    ].filter((name) => !hidden.has(name));
    expect(methods.length).toBeGreaterThan(90);
    expect(methods.toSorted()).toEqual(cases.map(([name]) => name).toSorted());
  });
});
