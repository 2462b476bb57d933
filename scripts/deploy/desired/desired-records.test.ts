import { describe, expect, it } from "vitest";
import { buildSampleRecords } from "./desired-records.ts";

const creatorsOf = (withLocalPeople?: boolean): Record<string, unknown[]> =>
  Object.fromEntries(
    buildSampleRecords(withLocalPeople).map(({ app, records }) => [
      app,
      [...new Map(records.map(({ record }) => [JSON.stringify(record["作成者"]), record["作成者"]])).values()],
    ]),
  );

const deptsOf = (withLocalPeople?: boolean) =>
  buildSampleRecords(withLocalPeople).find(({ app }) => app === "dept")?.records;

const ownersOf = (withLocalPeople?: boolean): Set<string | undefined>[] =>
  buildSampleRecords(withLocalPeople)
    .filter(({ app }) => app === "action" || app === "homework")
    .map(({ records }) => new Set(records.map(({ record }) => JSON.stringify(record["owner"]))));

describe("buildSampleRecords", () => {
  it("leaves the creator to whoever loads the records", () => {
    expect(creatorsOf()).toEqual({
      dept: [undefined],
      plan_version: [undefined],
      kpi: [undefined],
      action: [undefined],
      kpi_value: [undefined],
      progress: [undefined],
      meeting: [undefined],
      homework: [undefined],
      revision: [undefined],
    });
  });

  it("gives projects and values to the staff of their section, reports and requests to the office", () => {
    const [office, staff, otherStaff] = ["jimukyoku", "tantou", "tantou2"].map((code) => ({ value: { code } }));
    const creators = creatorsOf(true);
    expect(new Set(creators["action"])).toEqual(new Set([staff, otherStaff]));
    expect(new Set(creators["kpi_value"])).toEqual(new Set([staff, otherStaff]));
    expect([creators["progress"], creators["homework"], creators["dept"]]).toEqual([[office], [office], [undefined]]);
  });

  it("says which organisation and manager are behind a section, where they are known to exist", () => {
    expect(deptsOf(true)?.[1]?.record).toMatchObject({
      dept_org: { value: [{ code: "mihon-b" }] },
      dept_head: { value: [{ code: "kachou2" }] },
    });
    expect(deptsOf()?.[1]?.record).not.toHaveProperty("dept_head");
  });

  it("says who writes a project and a request, only where the accounts are known to exist", () => {
    expect(ownersOf()).toEqual([new Set([undefined]), new Set([undefined])]);
    for (const owners of ownersOf(true)) {
      expect(owners).toEqual(new Set(['{"value":[{"code":"tantou"}]}', '{"value":[{"code":"tantou2"}]}']));
    }
  });
});
