import { describe, expect, it } from "vitest";
import type { Json } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { fillBody, fillText } from "./placeholder-values.ts";

function clientAnswering(answers: Readonly<Record<string, Json>>): KintoneClient {
  return {
    baseUrl: "http://localhost",
    read: (path) => Promise.resolve(answers[path] ?? null),
    write: refuse,
    upload: refuse,
    download: refuse,
    serverTime: () => 0,
    callCount: () => 0,
  };
}

function refuse(): Promise<never> {
  return Promise.reject(new Error("not expected"));
}

const none = clientAnswering({});

describe("fillBody", () => {
  it("puts ids and revisions in wherever they stand", async () => {
    const values = new Map([
      ["app:dept", "7"],
      ["revision:dept", "12"],
    ]);
    const body = { app: "${app:dept}", revision: "${revision:dept}", list: [{ app: "${app:dept}", n: 1, no: null }] };
    expect(await fillBody(body, values, none)).toEqual({
      app: "7",
      revision: "12",
      list: [{ app: "7", n: 1, no: null }],
    });
  });

  it("never sends a placeholder that is not known", async () => {
    await expect(fillBody({ app: "${app:kpi_value}" }, new Map(), none)).rejects.toThrow("${app:kpi_value}");
  });

  it("leaves ordinary texts with dollars and braces alone", () => {
    expect(fillText("${ } $100 {name} ${UPPER}", new Map())).toBe("${ } $100 {name} ${UPPER}");
  });

  it("names kintone's own list as the domain does, and leaves it out where there is none", async () => {
    const body = {
      app: "7",
      views: { 一覧: { index: "0" }, "${assignee-view:action}": { name: "${assignee-view:action}" } },
    };
    const views = { 自分: { builtinType: "ASSIGNEE" } };
    const present = clientAnswering({ "/k/v1/preview/app/views.json": { views } });
    expect(await fillBody(body, new Map(), present)).toMatchObject({ views: { 自分: { name: "自分" } } });
    const absent = clientAnswering({ "/k/v1/preview/app/views.json": { views: {} } });
    expect((await fillBody(body, new Map(), absent))["views"]).toEqual({ 一覧: { index: "0" } });
  });
});
