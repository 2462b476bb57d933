// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BootstrapApp } from "../../bootstrap.ts";
import { offEvent, onEvent } from "../kintone/event-bus.ts";
import type { RecordObject } from "../kintone/page-state.ts";
import { testBootstrap } from "../kintone/testing-bootstrap.ts";
import { proceed } from "./proceed.ts";
import type { ProceedOptions, ProceedOutcome } from "./proceed.ts";
import { readRestRecord } from "./read-rest-record.ts";
import { sampleFields, sampleRecord } from "./testing-fields.ts";
import { stubServer } from "./testing-server.ts";
import type { SentCall } from "./testing-server.ts";

const type = "app.record.detail.process.proceed";
const action = { name: "送る", from: "下書き", to: "確認", filterCond: "", type: "PRIMARY" } as const;

let calls: SentCall[];

function run(part: Partial<ProceedOptions> = {}): Promise<ProceedOutcome> {
  const { app } = testBootstrap("APP_DETAIL", sampleFields);
  if (app === null) {
    throw new Error("no app");
  }
  const options: ProceedOptions = { app: app satisfies BootstrapApp, mobile: false, action, assignee: null, ...part };
  return proceed(readRestRecord(sampleFields, sampleRecord), options);
}

beforeEach(() => {
  calls = stubServer(() => ({ body: {} }));
});
afterEach(() => {
  offEvent();
  vi.unstubAllGlobals();
});

describe("a process action", () => {
  it("tells action, status and next status, and no ids", async () => {
    const heard: unknown[] = [];
    onEvent(type, (event: unknown) => {
      heard.push(event);
    });
    await run();
    expect(heard).toMatchObject([
      { type, action: { value: "送る" }, status: { value: "下書き" }, nextStatus: { value: "確認" } },
    ]);
    expect(heard[0]).not.toHaveProperty("appId");
    expect(heard[0]).not.toHaveProperty("recordId");
  });

  it("changes only the status when the handler returns nothing", async () => {
    onEvent(type, (event: { record: RecordObject }) => {
      event.record["memo"] = { type: "MULTI_LINE_TEXT", value: "消える" };
    });
    expect(await run({ assignee: "kachou" })).toEqual({ kind: "done" });
    expect(calls).toMatchObject([
      {
        method: "PUT",
        path: "/k/v1/record/status.json",
        params: { app: 2, id: "5", action: "送る", assignee: "kachou", revision: "3" },
      },
    ]);
  });

  it("saves overwritten values and the status in one call", async () => {
    onEvent(type, (event: { record: RecordObject }) => {
      event.record["memo"] = { type: "MULTI_LINE_TEXT", value: "送付済" };
      return event;
    });
    await run();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.path).toBe("/k/v1/bulkRequest.json");
    expect(calls[0]?.params["requests"]).toMatchObject([
      { api: "/k/v1/record.json", payload: { revision: "3", record: { memo: { value: "送付済" } } } },
      { api: "/k/v1/record/status.json", payload: { action: "送る" } },
    ]);
  });

  it.each([
    ["false", () => false, { kind: "cancelled" }],
    ["event.error", (event: object) => ({ ...event, error: "まだです" }), { kind: "refused", reason: "まだです" }],
    [
      "a field's error",
      (event: { record: RecordObject }) => {
        event.record["title"] = { type: "SINGLE_LINE_TEXT", value: "窓口", error: "短い" };
        return event;
      },
      { kind: "refused", reason: "短い" },
    ],
  ])("is refused by %s and nothing is sent", async (_, handler, outcome) => {
    onEvent(type, handler);
    expect(await run()).toEqual(outcome);
    expect(calls).toEqual([]);
  });
});
