import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AppAclLine, FieldAclLine, FieldLevel } from "../store/acl-settings.ts";
import { evaluateAppRights } from "./app-rights.ts";
import { compileFieldRights } from "./field-rights.ts";
import type { Principal, Subject } from "./principal.ts";
import { compileRecordRights } from "./record-rights.ts";
import type { StoredRecord } from "../store/stored-record.ts";

const people: Principal = {
  code: "tantou",
  isAdmin: false,
  groups: () => new Set(["staff", "everyone"]),
  organizations: () => new Set(["somu"]),
  organizationsAndAbove: () => new Set(["somu", "yakuba"]),
};
const nobody: Subject = { appCreator: "admin", fieldEntity: () => null };

const flags = [
  "appEditable",
  "recordViewable",
  "recordAddable",
  "recordEditable",
  "recordDeletable",
  "recordImportable",
  "recordExportable",
] as const;

const entity = fc.constantFrom(
  { type: "USER" as const, code: "tantou" },
  { type: "USER" as const, code: "kachou" },
  { type: "GROUP" as const, code: "staff" },
  { type: "GROUP" as const, code: "others" },
  { type: "GROUP" as const, code: "everyone" },
  { type: "ORGANIZATION" as const, code: "somu" },
  { type: "ORGANIZATION" as const, code: "yakuba" },
);
const appLine: fc.Arbitrary<AppAclLine> = fc.record({
  entity,
  includeSubs: fc.boolean(),
  appEditable: fc.boolean(),
  recordViewable: fc.boolean(),
  recordAddable: fc.boolean(),
  recordEditable: fc.boolean(),
  recordDeletable: fc.boolean(),
  recordImportable: fc.boolean(),
  recordExportable: fc.boolean(),
});
const fieldLine: fc.Arbitrary<FieldAclLine> = fc.record({
  accessibility: fc.constantFrom<FieldLevel>("NONE", "READ", "WRITE"),
  entity,
  includeSubs: fc.boolean(),
});

function levelFor(entities: readonly FieldAclLine[], container: readonly FieldAclLine[] = []): FieldLevel {
  const rules = [
    { code: "内側", entities },
    ...(container.length === 0 ? [] : [{ code: "外側", entities: container }]),
  ];
  return compileFieldRights(rules, {
    principal: people,
    subjectOf: () => nobody,
    containerOf: (code) => (code === "内側" ? "外側" : null),
    codes: ["内側", "外側"],
  }).levelOf("内側", null);
}

describe("rights in an app", () => {
  it("are none without a line about the person or everyone", () => {
    const lines = [{ ...sampleLine({ type: "USER", code: "kachou" }), recordViewable: true }];
    expect(Object.values(evaluateAppRights(lines, people, "admin"))).toEqual(flags.map(() => false));
  });

  it("never lose anything when a line allows one thing more", () => {
    fc.assert(
      fc.property(fc.array(appLine), fc.nat(), fc.constantFrom(...flags), (lines, at, flag) => {
        const more = lines.map((line, index) => (index === at % lines.length ? { ...line, [flag]: true } : line));
        const before = evaluateAppRights(lines, people, "admin");
        const after = evaluateAppRights(more, people, "admin");
        expect(flags.filter((name) => before[name] && !after[name])).toEqual([]);
      }),
    );
  });

  it("are those of the first line about the person, whatever follows", () => {
    fc.assert(
      fc.property(fc.array(appLine), fc.array(appLine), (before, after) => {
        const others = before.filter(({ entity: { code } }) => code === "kachou" || code === "others");
        const own = sampleLine({ type: "USER", code: "tantou" });
        expect(evaluateAppRights([...others, own, ...after], people, "admin")).toEqual(
          evaluateAppRights([own], people, "admin"),
        );
      }),
    );
  });

  it("do not depend on where the line for everyone stands", () => {
    fc.assert(
      fc.property(fc.array(appLine), appLine, fc.nat(), (lines, line, at) => {
        const rest = lines.filter(({ entity: { code } }) => code !== "everyone");
        const everyone = { ...line, entity: { type: "GROUP" as const, code: "everyone" } };
        const place = at % (rest.length + 1);
        expect(evaluateAppRights(rest.toSpliced(place, 0, everyone), people, "admin")).toEqual(
          evaluateAppRights([...rest, everyone], people, "admin"),
        );
      }),
    );
  });

  it("hold editing, deleting and exporting to viewing and importing to adding", () => {
    fc.assert(
      fc.property(fc.array(appLine), (lines) => {
        const rights = evaluateAppRights(lines, people, "admin");
        const needsView = rights.recordEditable || rights.recordDeletable || rights.recordExportable;
        expect(rights.recordViewable || !needsView).toBe(true);
        expect(rights.recordAddable || !rights.recordImportable).toBe(true);
      }),
    );
  });

  it("let system administrators manage every app and nothing else beyond the lines", () => {
    fc.assert(
      fc.property(fc.array(appLine), (lines) => {
        const plain = evaluateAppRights(lines, people, "admin");
        expect(evaluateAppRights(lines, { ...people, isAdmin: true }, "admin")).toEqual({
          ...plain,
          appEditable: true,
        });
      }),
    );
  });

  it.each([
    ["the organization itself", "somu", false, true],
    ["an organization above, with those below", "yakuba", true, true],
    ["an organization above alone", "yakuba", false, false],
  ])("reach the members of %s", (_, code, includeSubs, expected) => {
    const line = { ...sampleLine({ type: "ORGANIZATION", code }), includeSubs };
    expect(evaluateAppRights([line], people, "admin").recordViewable).toBe(expected);
  });

  it("know the creator of the app", () => {
    const lines = [sampleLine({ type: "CREATOR", code: null })];
    expect(evaluateAppRights(lines, people, "tantou").recordViewable).toBe(true);
    expect(evaluateAppRights(lines, people, "admin").recordViewable).toBe(false);
  });
});

describe("rights to a record", () => {
  const record: StoredRecord = {
    appId: 1,
    id: 1,
    revision: 1,
    values: {},
    createdAt: "",
    creator: "tantou",
    modifiedAt: "",
    modifier: "tantou",
    status: null,
    assignees: [],
  };
  const appRights = evaluateAppRights([sampleLine({ type: "USER", code: "tantou" })], people, "admin");
  const own = { entity: { type: "USER" as const, code: "tantou" }, includeSubs: false };
  const all = { viewable: true, editable: true, deletable: true };
  const evaluate = (rules: Parameters<typeof compileRecordRights>[0], rights = appRights) =>
    compileRecordRights(rules, {
      appRights: rights,
      principal: people,
      compile: (text) => (text === "broken" ? null : () => text !== "never"),
      subjectOf: () => ({
        appCreator: "admin",
        fieldEntity: (code) => (code === "作成者" ? { kind: "user", codes: ["tantou"] } : null),
      }),
    })(record);

  it("are the app's for a record that meets no rule", () => {
    expect(evaluate([{ filterCond: "never", entities: [] }])).toEqual(all);
  });

  it("are decided by the first rule that the record meets, also when it allows nothing", () => {
    const open = { filterCond: "", entities: [{ ...own, ...all }] };
    expect(evaluate([{ filterCond: "", entities: [] }, open]).viewable).toBe(false);
    expect(evaluate([{ filterCond: "never", entities: [] }, open])).toEqual(all);
  });

  it("never exceed the app's", () => {
    const open = [{ filterCond: "", entities: [{ ...own, ...all }] }];
    expect(evaluate(open, { ...appRights, recordEditable: false })).toEqual({ ...all, editable: false });
    expect(evaluate(open, { ...appRights, recordViewable: false }).viewable).toBe(false);
  });

  it("are none under a condition that cannot be read any more", () => {
    expect(evaluate([{ filterCond: "broken", entities: [{ ...own, ...all }] }]).viewable).toBe(false);
  });

  it("follow the people whom the record's fields name", () => {
    const line = { entity: { type: "FIELD_ENTITY" as const, code: "作成者" }, includeSubs: false, ...all };
    expect(evaluate([{ filterCond: "", entities: [line] }])).toEqual(all);
    expect(
      evaluate([{ filterCond: "", entities: [{ ...line, entity: { ...line.entity, code: "担当" } }] }]).viewable,
    ).toBe(false);
  });
});

describe("rights to a field", () => {
  it("are open without a rule and closed by a rule without a line for the person", () => {
    expect(levelFor([{ accessibility: "WRITE", entity: { type: "USER", code: "kachou" }, includeSubs: false }])).toBe(
      "NONE",
    );
    const open = compileFieldRights([], {
      principal: people,
      subjectOf: () => nobody,
      containerOf: () => null,
      codes: ["a"],
    });
    expect(open.levelOf("a", null)).toBe("WRITE");
  });

  it("never exceed those to the table or group around it", () => {
    const order = ["NONE", "READ", "WRITE"];
    fc.assert(
      fc.property(fc.array(fieldLine), fc.array(fieldLine, { minLength: 1 }), (inner, outer) => {
        expect(order.indexOf(levelFor(inner, outer))).toBeLessThanOrEqual(order.indexOf(levelFor(outer)));
      }),
    );
  });

  it("never fall when a line allows more", () => {
    const order = ["NONE", "READ", "WRITE"];
    fc.assert(
      fc.property(fc.array(fieldLine, { minLength: 1 }), fc.nat(), (lines, at) => {
        const more = lines.map((line, index) =>
          index === at % lines.length ? { ...line, accessibility: "WRITE" as const } : line,
        );
        expect(order.indexOf(levelFor(more))).toBeGreaterThanOrEqual(order.indexOf(levelFor(lines)));
      }),
    );
  });
});

function sampleLine(whom: AppAclLine["entity"]): AppAclLine {
  return {
    entity: whom,
    includeSubs: false,
    appEditable: false,
    recordViewable: true,
    recordAddable: true,
    recordEditable: true,
    recordDeletable: true,
    recordImportable: false,
    recordExportable: false,
  };
}
