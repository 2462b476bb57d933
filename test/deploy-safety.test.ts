import { EventEmitter, once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import type { FieldSet } from "../apps-schema/schema/field-declaration.ts";
import { dropDown } from "../apps-schema/schema/choice-fields.ts";
import { listView, type View } from "../apps-schema/schema/view.ts";
import { defineProcess, type Process } from "../apps-schema/schema/process.ts";
import { text } from "../apps-schema/schema/value-fields.ts";
import type { Deployment } from "../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../scripts/deploy/engine.ts";
import { memberOf, objectOf, textOf } from "../scripts/deploy/client/json.ts";
import { withLock } from "../scripts/deploy/state/lock.ts";
import { openStateFile } from "../scripts/deploy/state/state-file.ts";
import type { Domain } from "./deploy/open-domain.ts";
import { openDomain } from "./deploy/open-domain.ts";
import { packTestPlugins } from "./deploy/pack-test-plugins.ts";
import { smallApp, smallRecords, smallSuite } from "./deploy/small-suite.ts";

let domain: Domain;

beforeEach(async () => {
  domain = await openDomain();
});

afterEach(() => domain.close());

const kinds = ["道路", "水道"] as const;

function one(
  fields: FieldSet = { memo: text("メモ"), kind: dropDown("区分", kinds) },
  parts: Partial<AppSchema> = {},
): AppSchema[] {
  return [smallApp("issue", fields, parts)];
}

async function addRecord(): Promise<void> {
  const record = { code: { value: "1" }, memo: { value: "覚え書き" }, kind: { value: "水道" } };
  await domain.client.write("POST", "/k/v1/record.json", { app: "1", record });
}

async function readRecord(): Promise<Record<string, string>> {
  const { record } = objectOf(await domain.client.read("/k/v1/record.json", { app: "1", id: "1" }));
  return Object.fromEntries(
    Object.entries(objectOf(record)).map(([code, field]) => [code, textOf(memberOf(field, "value"))]),
  );
}

async function draft(): Promise<void> {
  const own = { type: "SINGLE_LINE_TEXT", code: "own", label: "町の項目" };
  await domain.client.write("POST", "/k/v1/preview/app/form/fields.json", { app: "1", properties: { own } });
}

describe("somebody else's draft", () => {
  it.each(["trust", "stamp", "exact"] as const)(
    "stops a run that would deploy it and says who and what (%s)",
    async (check) => {
      await domain.apply(one());
      await draft();
      const changed = one({ memo: text("別のメモ"), kind: dropDown("区分", kinds) });
      await expect(domain.apply(changed, { check })).rejects.toMatchObject({
        message: expect.stringMatching(
          // How far a run came is not lost when the reason is looked for.
          check === "trust"
            ? /^0\/3 まで終わり.*で止まりました。適用できません。.*変わっている所: フォームの項目・フォームの並び\)/u
            : /まだ反映していない設定の変更があります\(変わっている所: フォームの項目・フォームの並び\)。だれが変えたかは.*最後に反映したのは admin/u,
        ),
      });
      const live = domain.platform.store.apps.find(1)?.live;
      expect(live?.fields.find(({ code }) => code === "memo")?.property["label"]).toBe("メモ");
    },
  );

  it("is told of, and left alone, where a run deploys nothing there", async () => {
    await domain.apply(one());
    await draft();
    const { plan } = await domain.plan(one(), { check: "exact" });
    expect(plan.hazards).toMatchObject([{ level: "note", code: "resting-draft" }]);
  });

  it("is named by its area also where the declaration says nothing of it", async () => {
    await domain.apply(one());
    const content = "<div>町のメモ</div>";
    const body = { app: "1", content, includeInTemplateAndDuplicates: true };
    await domain.client.write("PUT", "/k/v1/preview/app/adminNotes.json", body);
    const { plan } = await domain.plan(one(), { check: "exact" });
    expect(plan.hazards[0]?.message).toContain("(変わっている所: 管理者用メモ)");
  });

  it("is not taken for a write of ours whose answer was lost, although the revision fits", async () => {
    await domain.apply(one());
    domain.proxy.treat(({ method }) => (method === "PUT" ? "lose-request" : "pass"));
    const changed = one({ memo: text("別のメモ"), kind: dropDown("区分", kinds) });
    await expect(domain.apply(changed)).rejects.toMatchObject({ code: "offline" });
    domain.proxy.treat(() => "pass");
    await draft();
    await expect(domain.apply(changed)).rejects.toMatchObject({
      message: expect.stringContaining("まだ反映していない設定の変更があります"),
    });
    const live = domain.platform.store.apps.find(1)?.live;
    expect(live?.fields.some(({ code }) => code === "own")).toBe(false);
  });

  it("is not taken for ours by a run that goes on, when it came in the place of a lost request", async () => {
    await domain.apply(one());
    let isMet = false;
    domain.proxy.treat(({ method }) => {
      const isFirst = method === "PUT" && !isMet;
      isMet ||= method === "PUT";
      return isFirst ? { before: draft, fate: "lose-request" } : "pass";
    });
    const changed = one({ memo: text("別のメモ"), kind: dropDown("区分", kinds) });
    await expect(domain.apply(changed)).rejects.toBeInstanceOf(Error);
    expect(domain.platform.store.apps.find(1)?.live?.fields.some(({ code }) => code === "own")).toBe(false);
  });
});

describe("what a declaration no longer has", () => {
  it("stays in merge; mirror lets it go only by name, after its values were saved", async () => {
    await domain.apply(one());
    await addRecord();
    const less = one({ kind: dropDown("区分", ["道路"]) });
    // Its place on the form is no longer declared, so it stands behind what is.
    expect((await domain.plan(less)).plan.steps.map(({ area }) => area)).toEqual(["layout", "deploy"]);

    const asked = await domain.plan(less, { mode: "mirror" });
    expect(asked.plan.consents.map(({ code, records, isGiven }) => [code, records, isGiven])).toEqual([
      ["issue.memo", 1, false],
      ["issue.kind.水道", 1, false],
    ]);
    await expect(domain.apply(less, { mode: "mirror", allowed: ["issue.memo"] })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("issue.kind.水道"),
    });
    expect((await readRecord())["memo"]).toBe("覚え書き");

    const report = await domain.apply(less, { mode: "mirror", allowed: ["issue.memo", "issue.kind.水道"] });
    expect(report.backups).toMatchObject([{ app: "issue", records: 1 }]);
    expect(existsSync(report.backups[0]?.file ?? "")).toBe(true);
    expect(Object.keys(await readRecord())).not.toContain("memo");
    expect((await domain.plan(less, { mode: "mirror", check: "exact" })).plan.steps).toEqual([]);
  });

  it("is asked about when a new field looks like its new name", async () => {
    await domain.apply(one());
    const looksRenamed = one({ note: text("メモ"), kind: dropDown("区分", kinds) });
    const { plan } = await domain.plan(looksRenamed);
    expect(plan.consents).toMatchObject([{ code: "issue.memo", kind: "rename-or-delete", isGiven: false }]);
    await expect(domain.apply(looksRenamed)).rejects.toMatchObject({ message: expect.stringContaining("renamedFrom") });
    expect((await domain.plan(looksRenamed, { allowed: ["issue.memo"] })).plan.consents[0]?.isGiven).toBe(true);
  });

  it("in other areas goes only in mirror and by name", async () => {
    const two = [
      listView("一覧", { columns: ["code"], sort: [["code", "asc"]] }),
      listView("町の一覧", { columns: ["memo"], sort: [] }),
    ];
    await domain.apply(one(undefined, { views: two }));
    expect((await domain.plan(one())).plan.steps).toEqual([]);
    const { plan } = await domain.plan(one(), { mode: "mirror" });
    expect(plan.consents.map(({ code }) => code)).toEqual(["issue.views/町の一覧"]);
    await domain.apply(one(), { mode: "mirror", allowed: ["issue.views/町の一覧"] });
    expect(domain.platform.store.apps.find(1)?.live?.views.map(({ name }) => name)).toEqual(["一覧"]);
  });

  it("is not changed by add, which only adds", async () => {
    await domain.apply(one());
    const changed = one({ memo: text("別の名前"), kind: dropDown("区分", kinds), more: text("追加") });
    const { plan } = await domain.plan(changed, { mode: "add" });
    expect(plan.steps.map(({ area }) => area)).toEqual(["fields", "layout", "deploy"]);
    await domain.apply(changed, { mode: "add" });
    const fields = domain.platform.store.apps.find(1)?.live?.fields ?? [];
    expect(fields.find(({ code }) => code === "memo")?.property["label"]).toBe("メモ");
    expect(fields.some(({ code }) => code === "more")).toBe(true);
    expect((await domain.plan(changed, { mode: "add" })).plan.steps).toEqual([]);
  });
});

function processOf(name: string, renamedFrom?: string): Process {
  const renamed = renamedFrom === undefined ? {} : { renamedFrom };
  const first = { name, assignees: "creator" as const, todo: "書く", ...renamed };
  const last = { name: "済み", assignees: ["jimukyoku"] as const, todo: "見る" };
  return defineProcess<string>([first, last], [{ name: "送る", from: name, to: "済み" }]);
}

function viewsOf(name: string, columns: readonly string[], renamedFrom?: string): View[] {
  const renamed = renamedFrom === undefined ? {} : { renamedFrom };
  return [{ ...listView(name, { columns, sort: [] }), ...renamed }];
}

describe("renamedFrom", () => {
  it.each(["trust", "exact"] as const)(
    "keeps the values of fields and options and the identity of lists and states (%s)",
    async (check) => {
      await domain.apply(one(undefined, { views: viewsOf("一覧", ["memo"]), process: processOf("下書き") }));
      await addRecord();
      const viewId = domain.platform.store.apps.find(1)?.live?.views[0]?.id;

      const renamed = one(
        {
          note: { ...text("メモ"), renamedFrom: "memo" },
          kind: { ...dropDown("区分", ["道路", "上水道"]), optionsRenamedFrom: { 上水道: "水道" } },
        },
        { views: viewsOf("すべて", ["note"], "一覧"), process: processOf("起案中", "下書き") },
      );
      await domain.apply(renamed, { check });
      expect(await readRecord()).toMatchObject({ note: "覚え書き", kind: "上水道", ステータス: "起案中" });
      const live = domain.platform.store.apps.find(1)?.live;
      expect(live?.views.find(({ name }) => name === "すべて")?.id).toBe(viewId);
      expect((await domain.plan(renamed)).plan.steps).toEqual([]);
      expect((await domain.plan(renamed, { check: "exact" })).plan.steps).toEqual([]);
      const { state } = domain.deployment(renamed);
      state.saveApp("issue", { id: "1", hasDraft: true });
      const cold = await domain.plan(renamed);
      expect([cold.plan.steps, cold.plan.hazards]).toEqual([[], []]);
    },
  );
});

describe("another first state", () => {
  it("is refused before anything is written, because kintone only renames the first one", async () => {
    await domain.apply(one(undefined, { process: processOf("下書き") }));
    const [first, last] = processOf("受付").states;
    const kept = { name: "下書き", assignees: ["jimukyoku"] as const, todo: "書く" };
    const states = [first, kept, last].filter((state) => state !== undefined);
    const { plan } = await domain.plan(one(undefined, { process: defineProcess<string>(states, []) }));
    expect(plan.hazards).toMatchObject([
      { level: "stop", code: "first-state", message: expect.stringContaining("受付") },
    ]);
  });
});

describe("a plugin", () => {
  it("goes back to an older version only with consent", async () => {
    const plugins = await packTestPlugins(domain.folder);
    const fresh = domain.deployment(one(), { plugins });
    await applyDeployment(fresh, await planDeployment(fresh), () => {});
    const older = plugins.map((plugin) => ({ ...plugin, version: "0.0.9" }));
    const { plan } = await planDeployment(domain.deployment(one(), { plugins: older }));
    expect(plan.consents.map(({ code, isGiven }) => [code, isGiven])).toEqual([
      ["plugin/roadmap", false],
      ["plugin/input-check", false],
    ]);
  });
});

describe("people who left the domain", () => {
  const process = processOf("下書き");

  it.each(["trust", "stamp", "exact"] as const)(
    "stop a run whose writes name them, before its first write (%s)",
    async (check) => {
      const { environment } = domain.deployment([]);
      const principals = { ...environment.principals, jimukyoku: { type: "USER" as const, code: "clerk" } };
      const clerk = { code: "clerk", name: "事務局", password: "clerk", valid: true };
      await domain.client.write("POST", "/v1/users.json", { users: [clerk] });
      const parts = { environment: { ...environment, principals } };
      const first = domain.deployment(one(undefined, { process }), parts);
      await applyDeployment(first, await planDeployment(first), () => {});
      await domain.client.write("DELETE", "/v1/users.json", { codes: ["clerk"] });

      const field = domain.deployment(
        one({ memo: text("別のメモ"), kind: dropDown("区分", kinds) }, { process }),
        parts,
      );
      expect((await planDeployment(field, { check })).plan.hazards).toEqual([]);
      const told = domain.deployment(one(undefined, { process: processOf("起案中", "下書き") }), parts);
      domain.proxy.seen.length = 0;
      const planned = await planDeployment(told, { check });
      expect(planned.plan.hazards).toMatchObject([
        { level: "stop", code: "missing-principal", message: expect.stringContaining("USER clerk") },
      ]);
      await expect(applyDeployment(told, planned, () => {})).rejects.toMatchObject({ code: "invalid" });
      expect(domain.proxy.writes()).toEqual([]);
    },
  );
});

describe("two machines with a state of their own", () => {
  it("are kept apart by the revisions: the second stops, and what is live is whole", async () => {
    await domain.apply(smallSuite());
    const states = ["first", "second"].map((name) => join(domain.folder, name));
    const [mine, theirs] = states.map((folder, index) => {
      const { environment } = domain.deployment([]);
      const suite = smallSuite().map((app) => ({ ...app, name: `${app.name} ${index}` }));
      return domain.deployment(suite, { state: openStateFile(folder, environment) });
    });
    if (mine === undefined || theirs === undefined) {
      throw new Error("two machines");
    }
    // Both have looked before either writes.
    const plans = [await planDeployment(mine), await planDeployment(theirs)] as const;
    const ended = await Promise.allSettled([
      applyDeployment(mine, plans[0], () => {}),
      applyDeployment(theirs, plans[1], () => {}),
    ]);
    const reasons = ended.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(reasons).toMatchObject([{ code: expect.stringMatching(/^(conflict|invalid)$/u) }]);
    const winner = ended.findIndex(({ status }) => status === "fulfilled");
    const names = domain.platform.store.apps.list().map(({ live }) => live?.general.name);
    expect(names).toEqual(smallSuite().map(({ name }) => `${name} ${winner}`));
    // The one that stopped left nothing prepared, and can go on from what is there now.
    const loser = winner === 0 ? theirs : mine;
    await applyDeployment(loser, await planDeployment(loser), () => {});
    expect((await planDeployment(loser, { check: "exact" })).plan.steps).toEqual([]);
  });
});

describe("two runs at once", () => {
  it("wait for each other, and one that waited too long stops without doing anything", async () => {
    const folder = join(domain.folder, "lock");
    const order: string[] = [];
    const held = new EventEmitter();
    const isOver = once(held, "release");
    const first = withLock(folder, async () => {
      order.push("first");
      await isOver;
      order.push("first ends");
    });
    await expect(withLock(folder, () => Promise.resolve(order.push("never")), 50)).rejects.toMatchObject({
      code: "conflict",
    });
    const second = withLock(folder, () => Promise.resolve(order.push("second")), 10_000);
    held.emit("release");
    await Promise.all([first, second]);
    expect(order).toEqual(["first", "first ends", "second"]);
  });
});

function suiteWithRecords(): Deployment {
  return domain.deployment(smallSuite(), { records: smallRecords(2) });
}

describe("a run that loses its connection for good", () => {
  it.each([
    ["after an app was created and its id was lost", "POST", "/k/v1/preview/app.json", 2],
    ["between the fields of two apps", "POST", "/k/v1/preview/app/form/fields.json", 2],
    ["while it set the lists", "PUT", "/k/v1/preview/app/views.json", 2],
    ["while it loaded records", "POST", "/k/v1/bulkRequest.json", 1],
  ])("%s is completed by the next run without duplicates", async (_, method, path, count) => {
    let seen = 0;
    domain.proxy.treat((request) => {
      seen += request.method === method && request.path === path ? 1 : 0;
      return seen >= count ? "lose-answer" : "pass";
    });
    const cut = suiteWithRecords();
    await expect(applyDeployment(cut, await planDeployment(cut), () => {})).rejects.toThrow("で止まりました");
    domain.proxy.treat(() => "pass");
    const next = suiteWithRecords();
    await applyDeployment(next, await planDeployment(next), () => {});
    expect(domain.platform.store.apps.list().map(({ live }) => live?.general.name)).toEqual(
      smallSuite().map(({ name }) => name),
    );
    for (const app of ["1", "2", "3"]) {
      const answer = await domain.client.read("/k/v1/records.json", { app, totalCount: true });
      expect(memberOf(answer, "totalCount")).toBe("2");
    }
    expect((await planDeployment(suiteWithRecords())).plan.steps).toEqual([]);
  });
});

describe("a write whose answer is lost once", () => {
  it.each([
    ["PUT", "/k/v1/preview/app/form/layout.json"],
    ["POST", "/k/v1/preview/app/form/fields.json"],
    ["POST", "/k/v1/preview/app/deploy.json"],
  ])("%s %s is not done twice and the run goes on", async (method, path) => {
    let left = 2;
    domain.proxy.treat((request) => {
      left -= request.method === method && request.path === path ? 1 : 0;
      return request.method === method && request.path === path && left === 0 ? "lose-answer" : "pass";
    });
    await domain.apply(smallSuite());
    expect(domain.platform.store.apps.list()).toHaveLength(3);
    expect((await domain.plan(smallSuite(), { check: "exact" })).plan.steps).toEqual([]);
  });

  it("that made an app ends the run, and the next one finds the app", async () => {
    let left = 2;
    domain.proxy.treat((request) => {
      left -= request.path === "/k/v1/preview/app.json" ? 1 : 0;
      return request.path === "/k/v1/preview/app.json" && left === 0 ? "lose-answer" : "pass";
    });
    await expect(domain.apply(smallSuite())).rejects.toMatchObject({ code: "offline" });
    await domain.apply(smallSuite());
    expect(domain.platform.store.apps.list()).toHaveLength(3);
  });
});
