import { describe, expect, it } from "vitest";
import type { Role } from "../schema/app-key.ts";
import { appKeys, roles } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import { suiteApps } from "../suite.ts";
import { buildAppPermissions } from "./permissions.ts";
import type { Principal } from "./principals.ts";

const apps: readonly AppSchema[] = appKeys.map((key) => suiteApps[key]);
const group = (code: string): Principal => ({ type: "GROUP", code });
const asGroup = (role: Role): Principal => group(`g-${role}`);

function rightsOf(app: AppSchema, role: Role): string[] {
  const line = buildAppPermissions(app, asGroup).find(
    ({ entity }) => entity.type !== "CREATOR" && entity.code === `g-${role}`,
  );
  return Object.entries(line ?? {}).flatMap(([name, value]) => (value === true ? name : []));
}

function writable(role: Role, right: string): string[] {
  return apps.filter((app) => rightsOf(app, role).includes(right)).map(({ key }) => key);
}

describe("the declared permissions", () => {
  it("let only the sections' own apps be written outside the DX office", () => {
    expect(writable("tantou", "recordAddable")).toEqual(["action", "kpi_value", "progress"]);
    expect(writable("tantou", "recordEditable")).toEqual(["action", "kpi_value", "progress", "homework"]);
    expect(writable("kachou", "recordAddable")).toEqual([]);
    expect(writable("kachou", "recordEditable")).toEqual(["action", "kpi_value", "progress", "homework"]);
    expect(writable("jimukyoku", "recordDeletable")).toEqual([...appKeys]);
  });

  it.each(apps.map((app) => [app.key, app] as const))("let committee and readers only view %s", (_, app) => {
    expect(rightsOf(app, "iin")).toEqual(["recordViewable"]);
    expect(rightsOf(app, "etsuran")).toEqual(["recordViewable"]);
  });

  it.each(apps.map((app) => [app.key, app] as const))("are whole in %s", (_, { permissions }) => {
    for (const role of roles) {
      const rights = new Set(permissions[role]);
      const needsViewing = ["edit", "delete", "export"] as const;
      expect(needsViewing.some((right) => rights.has(right)) && !rights.has("view")).toBe(false);
      expect(rights.has("import") && !rights.has("add")).toBe(false);
      expect(rights.has("manage"), "settings change by deployment, not by hand").toBe(false);
    }
  });

  it("let everyone whom the process of an app calls see its records", () => {
    const blind = apps.flatMap(({ key, process, permissions }) =>
      (process?.states ?? [])
        .flatMap(({ assignees }) => (assignees === "creator" ? [] : assignees))
        .filter((role) => !permissions[role].includes("view"))
        .map((role) => `${key}: ${role}`),
    );
    expect(blind).toEqual([]);
  });
});

describe("buildAppPermissions", () => {
  const { action } = suiteApps;

  it("names the creator first with every right and everyone last with none", () => {
    const rights = buildAppPermissions(action, asGroup);
    expect(rights.map(({ entity }) => ("code" in entity ? entity.code : entity.type))).toEqual([
      "CREATOR",
      "g-jimukyoku",
      "g-tantou",
      "g-kachou",
      "g-koukai",
      "g-iin",
      "g-etsuran",
      "everyone",
    ]);
    expect(rights[0]).toEqual({
      entity: { type: "CREATOR" },
      includeSubs: false,
      appEditable: true,
      recordViewable: true,
      recordAddable: true,
      recordEditable: true,
      recordDeletable: true,
      recordImportable: true,
      recordExportable: true,
    });
    expect(Object.values(rights.at(-1) ?? {}).filter((value) => value === true)).toEqual([]);
  });

  it.each(apps.map((app) => [app.key, app] as const))("takes nothing from who has a second role in %s", (_, app) => {
    const lines = buildAppPermissions(app, asGroup).map((line) =>
      Object.entries(line).flatMap(([name, value]) => (value === true ? name : [])),
    );
    for (const [index, rights] of lines.entries()) {
      const before = lines[index - 1];
      expect(before === undefined || rights.every((right) => before.includes(right))).toBe(true);
    }
  });

  it("names a group once that stands for two roles, with the wider rights", () => {
    const rights = buildAppPermissions(action, (role) => (role === "kachou" ? group("g-tantou") : asGroup(role)));
    const lines = rights.filter(({ entity }) => "code" in entity && entity.code === "g-tantou");
    expect(lines).toMatchObject([{ recordAddable: true }]);
  });

  it("puts everyone last with the role's rights where an environment lets everybody read", () => {
    const rights = buildAppPermissions(action, (role) => (role === "iin" ? group("everyone") : asGroup(role)));
    expect(rights.filter(({ entity }) => "code" in entity && entity.code === "everyone")).toHaveLength(1);
    expect(rights.at(-1)).toMatchObject({ entity: { code: "everyone" }, recordViewable: true, recordEditable: false });
  });

  it("takes an organisation with all its sections", () => {
    const rights = buildAppPermissions(action, (role) => ({ type: "ORGANIZATION", code: role }));
    expect(rights.map(({ includeSubs }) => includeSubs)).toEqual([false, true, true, true, true, true, true, false]);
  });
});
