import { describe, expect, it } from "vitest";
import { buildSampleRecords } from "./desired-records.ts";

const creatorsOf = (owner?: "tantou"): Record<string, unknown[]> =>
  Object.fromEntries(
    buildSampleRecords(owner).map(({ app, records }) => [
      app,
      [...new Set(records.map(({ record }) => record["作成者"]))],
    ]),
  );

const deptsOf = (owner?: "tantou") => buildSampleRecords(owner).find(({ app }) => app === "dept")?.records;

const ownersOf = (owner?: "tantou"): Set<string | undefined>[] =>
  buildSampleRecords(owner)
    .filter(({ app }) => app === "action" || app === "homework")
    .map(({ records }) => new Set(records.map(({ record }) => JSON.stringify(record["owner"]))));

describe("buildSampleRecords", () => {
  it("leaves the creator to whoever loads the records", () => {
    expect(creatorsOf()).toEqual({
      dept: [undefined],
      kpi: [undefined],
      action: [undefined],
      progress: [undefined],
      meeting: [undefined],
      homework: [undefined],
    });
  });

  it("gives what walks through a process to its owner", () => {
    const { action, dept } = creatorsOf("tantou");
    expect(action).toContainEqual({ value: { code: "tantou" } });
    expect(action).not.toContain(undefined);
    expect(dept).toEqual([undefined]);
  });

  it("says which organisation and manager are behind a section, where they are known to exist", () => {
    expect(deptsOf("tantou")?.[1]?.record).toMatchObject({
      dept_org: { value: [{ code: "mihon-b" }] },
      dept_head: { value: [{ code: "kachou2" }] },
    });
    expect(deptsOf()?.[1]?.record).not.toHaveProperty("dept_head");
  });

  it("says who writes a project and a request, only where the accounts are known to exist", () => {
    expect(ownersOf()).toEqual([new Set([undefined]), new Set([undefined])]);
    for (const owners of ownersOf("tantou")) {
      expect(owners).toEqual(new Set(['{"value":[{"code":"tantou"}]}', '{"value":[{"code":"tantou2"}]}']));
    }
  });
});
