import { describe, expect, it } from "vitest";
import { isEveryone, toPriority } from "../areas/app-permissions.ts";
import type { JsonObject } from "../client/json.ts";
import { isJsonObject, listOf } from "../client/json.ts";
import { buildDesiredSuite, declaredApps } from "../desired/build-desired-suite.ts";
import { parseEnvironment } from "../environment.ts";
import type { DesiredSuite } from "./desired-suite.ts";
import type { ObservedApp } from "./observed-suite.ts";
import { planPermissions } from "./plan-permissions.ts";
import { createSuiteDraft } from "./suite-draft.ts";

const group = (code: string): JsonObject => ({ type: "GROUP", code });
const roles = ["jimukyoku", "tantou", "kachou", "koukai", "iin", "etsuran"];

function buildDesired(): DesiredSuite {
  const parsed = parseEnvironment(
    "local",
    {
      format: 1,
      name: "local",
      label: "手元",
      baseUrl: "http://localhost:1",
      isLocal: true,
      credentials: { username: "A", password: "B" },
      principals: Object.fromEntries(roles.map((role) => [role, group(role)])),
    },
    {},
  );
  if (!("environment" in parsed)) {
    throw new Error(parsed.missing.join());
  }
  const apps = declaredApps.filter(({ key }) => key === "action");
  return buildDesiredSuite({ environment: parsed.environment, apps, plugins: [], records: [] }, () => "1");
}

const desired = buildDesired();
const declared = listOf(desired.apps[0]?.bodies.permissions?.["rights"]).filter(isJsonObject);

const asDeclared: ObservedApp = {
  id: "7",
  revision: "9",
  liveRevision: "9",
  creator: "admin",
  areas: { permissions: { rights: declared } },
  recordKeys: new Set(),
  isOwnDraft: false,
};

const open: JsonObject = { entity: group("everyone"), includeSubs: false, recordViewable: true, recordAddable: true };
const council: JsonObject = { entity: group("gikai"), includeSubs: false, recordViewable: true, recordEditable: false };

type Change = Partial<ObservedApp> & { readonly permissions?: readonly JsonObject[] };

function plan({ permissions = declared, ...change }: Change) {
  const draft = createSuiteDraft({
    apps: new Map([["action", { ...asDeclared, areas: { permissions: { rights: permissions } }, ...change }]]),
    plugins: new Map(),
    missingPrincipals: new Set(),
  });
  planPermissions(draft, desired);
  const [request] = draft.steps.flatMap((step) => step.requests);
  return { request, steps: draft.steps, hazards: draft.hazards, rights: toPriority(listRights(request?.body)) };
}

function listRights(body: JsonObject | undefined): readonly JsonObject[] {
  const rights = body?.["rights"];
  return Array.isArray(rights) ? rights : [];
}

function codes(rights: readonly JsonObject[]): unknown[] {
  return rights.map(({ entity }) => Object.values(Object(entity)).at(-1));
}

describe("planPermissions", () => {
  it("plans nothing when all is as declared, also when an everyone without rights is not named", () => {
    expect(plan({}).steps).toEqual([]);
    expect(plan({ permissions: declared.filter((line) => !isEveryone(line)) }).steps).toEqual([]);
    expect(plan({ permissions: declared.toReversed() }).steps).toHaveLength(1);
  });

  it("writes all lines in order through the preview, naming the revision", () => {
    const { request, steps } = plan({ permissions: [declared[0] ?? {}, open] });
    expect(request).toEqual({
      method: "PUT",
      path: "/k/v1/preview/app/acl.json",
      body: { app: "7", rights: declared, revision: "9" },
      keep: { "revision:action": "revision" },
    });
    expect(steps[0]?.summary).toContain("事務局・担当者・所属長・公開担当・委員会・閲覧・全員");
  });

  it("tells of apps that everyone could use, except those that are not live yet", () => {
    const permissions = [declared[0] ?? {}, open];
    expect(plan({ permissions }).hazards).toMatchObject([{ level: "note", app: null }]);
    expect(plan({ permissions, liveRevision: null }).hazards).toEqual([]);
  });

  it("keeps a town's own line where it stands, but never above the creator", () => {
    const [creator = {}, ...rest] = declared;
    expect(plan({ permissions: [creator, council, ...rest] }).steps).toEqual([]);
    const above = plan({ permissions: [council, creator, ...rest] });
    expect(codes(above.rights).slice(0, 3)).toEqual(["CREATOR", "gikai", "jimukyoku"]);
    expect(plan({ permissions: above.rights }).steps).toEqual([]);
  });

  it("keeps a town's own lines in their order when something else changes", () => {
    const second = { ...council, entity: group("kansa") };
    const { rights, hazards } = plan({ permissions: [...declared.slice(0, 2), council, second, open] });
    expect(codes(rights)).toEqual([
      "CREATOR",
      "jimukyoku",
      "gikai",
      "kansa",
      "tantou",
      "kachou",
      "koukai",
      "iin",
      "etsuran",
      "everyone",
    ]);
    expect(hazards).toHaveLength(1);
  });

  it("tells of a town's own line that lets somebody write", () => {
    const { hazards } = plan({ permissions: [...declared, { ...council, recordDeletable: true }] });
    expect(hazards).toMatchObject([{ level: "note", app: null, message: expect.stringContaining("GROUP:gikai") }]);
  });

  it("gives the account that deploys every right in an app that somebody else created", () => {
    const { rights, steps } = plan({ creator: "sato" });
    expect(rights[1]).toEqual({ ...declared[0], entity: { type: "USER", code: "admin" } });
    expect(steps).toHaveLength(1);
    expect(plan({ creator: "sato", permissions: rights })).toMatchObject({ steps: [], hazards: [] });
    expect(plan({ creator: "Admin" }).steps).toEqual([]);
  });

  it("takes an app that was never deployed for its own only where the state file knows it", () => {
    expect(plan({ creator: null, liveRevision: null, isOwnDraft: true }).steps).toEqual([]);
    expect(plan({ creator: null, liveRevision: null }).steps).toHaveLength(1);
  });
});
