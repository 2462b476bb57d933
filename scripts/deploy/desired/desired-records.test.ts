import { describe, expect, it } from "vitest";
import { buildSampleRecords } from "./desired-records.ts";

const creatorsOf = (owner?: "tantou"): Record<string, unknown[]> =>
  Object.fromEntries(
    buildSampleRecords(owner).map(({ app, records }) => [
      app,
      [...new Set(records.map(({ record }) => record["作成者"]))],
    ]),
  );

describe("buildSampleRecords", () => {
  it("leaves the creator to whoever loads the records", () => {
    expect(creatorsOf()).toEqual({ dept: [undefined], kpi: [undefined], action: [undefined] });
  });

  it("gives what walks through a process to its owner", () => {
    const { action, dept } = creatorsOf("tantou");
    expect(action).toContainEqual({ value: { code: "tantou" } });
    expect(action).not.toContain(undefined);
    expect(dept).toEqual([undefined]);
  });
});
