import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppKey, Role } from "../apps-schema/schema/app-key.ts";
import { appKeys, roles } from "../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import type { RecordRight } from "../apps-schema/schema/record-permissions.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { listOf, memberOf, textOf } from "../scripts/deploy/client/json.ts";
import { addFoundations, addRecord, processed, secret, type Section, valuesOf } from "./access/add-records.ts";
import { expectedAccess, expectedRights, findRule, hasSection, type Relation } from "./access/expected-rights.ts";
import { type Answer, type RunningSuite, startSuite } from "./access/start-suite.ts";
import { appId } from "./access/suite-seed.ts";
import { listAssignees, walkTo } from "./access/walk-to.ts";

// Every cell of docs/permissions.md, tried through REST by accounts of each role; no plugin is there.

type Sample = {
  readonly app: AppSchema;
  readonly id: string;
  readonly section: Section;
  /** What the rules for records ask for. */
  readonly values: Readonly<Record<string, string>>;
};

let suite: RunningSuite;
const samples: Sample[] = [];

beforeAll(async () => {
  suite = await startSuite({ now: "2026-10-01T00:00:00Z" });
  await addFoundations(suite);
  for (const key of processed) {
    for (const state of suiteApps[key].process?.states ?? []) {
      for (const section of ["A", "B"] as const) {
        await addSample(key, section, state.name, {});
      }
    }
  }
  for (const state of ["確定", "公表"]) {
    await addSample("kpi_value", "A", state, { data_status: "小さい数のため非公表" });
  }
  for (const section of ["A", "B"] as const) {
    const closed = {
      kpi_id: `K-9${section}`,
      kpi_name: "庁内の指標",
      is_public: "庁内のみ",
      dept_code: `D-${section}`,
    };
    samples.push({ app: suiteApps.kpi, id: await addRecord(suite, "kpi", closed), section, values: closed });
    const id = await findId("kpi", `kpi_id = "K-${section}"`);
    samples.push({ app: suiteApps.kpi, id, section, values: { is_public: "公開" } });
    await addSample("kpi_value", section, "確定", { kpi_id: `K-9${section}`, is_public: "庁内のみ" });
  }
}, 240_000);

afterAll(async () => {
  await suite.close();
});

async function addSample(
  key: (typeof processed)[number],
  section: Section,
  state: string,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  // What the rules ask for beside it is copied by a lookup.
  const typed = Object.fromEntries(Object.entries(more).filter(([code]) => code !== "is_public"));
  const values = { ...valuesOf(key, section, `${key}-${String(samples.length)}`), ...typed };
  const id = await addRecord(suite, key, values);
  await walkTo(suite, key, id, state);
  samples.push({
    app: suiteApps[key],
    id,
    section,
    values: { data_status: "確定", is_public: "公開", ...more, ステータス: state },
  });
}

async function findId(key: AppKey, query: string): Promise<string> {
  const { records } = await suite.client("admin").record.getRecords({ app: appId(key), query });
  return textOf(memberOf(memberOf(records[0], "$id"), "value"));
}

/** The accounts behind a role; who has no section sees every record as another's. */
function* eachCell(): Generator<{
  sample: Sample;
  role: Role;
  relation: Relation;
  rights: RecordRight[];
  cell: string;
}> {
  for (const sample of samples) {
    const rule = findRule(sample.app, sample.values);
    for (const role of roles) {
      const relation = hasSection(role) && sample.section === "A" ? "own" : "other";
      const rights = expectedRights(sample.app, rule, role, relation);
      const state = Object.values(sample.values).join(" ");
      yield { sample, role, relation, rights, cell: `${sample.app.name} ${state} ${role} ${relation}` };
    }
  }
}

function outcome({ status, body }: Answer): string {
  const code = typeof body === "object" && body !== null && "code" in body ? String(body.code) : "";
  return status === 200 ? "done" : code;
}

const note = { note_public: { value: "試し" } };
const refusals = new Set(["CB_NO02", "GAIA_NO01"]);

describe("who may do what in an app", () => {
  it.each([...appKeys])("%s: shown, listed and exported to those who may", async (key) => {
    const app = suiteApps[key];
    const seen: string[] = [];
    const meant: string[] = [];
    for (const account of [...roles, "nanashi", "kanri"]) {
      const role = roles.find((each) => each === account);
      const rights: readonly string[] = role === undefined ? [] : app.permissions[role];
      meant.push(`${account} ${String(rights.includes("view"))} ${String(rights.includes("export"))}`);
      const list = await suite.call(account, "GET", `/k/v1/records.json?app=${appId(key)}`);
      const csv = await suite.open(account, `/k/${appId(key)}/csv`);
      seen.push(`${account} ${String(list.status === 200)} ${String(csv.status === 200)}`);
    }
    expect(seen).toEqual(meant);
  });

  it.each([...appKeys])("%s: records are added by those who may, and by nobody else", async (key) => {
    const app = suiteApps[key];
    const refused: string[] = [];
    for (const account of [...roles, "nanashi", "kanri"]) {
      const required = Object.entries(app.fields).filter(([, field]) => "required" in field && field.required === true);
      const record = Object.fromEntries(
        required.map(([code, field]) => [code, { value: sampleValue(field, `${account}-new`) }]),
      );
      const answer = await suite.call(account, "POST", "/k/v1/record.json", { app: appId(key), record });
      if (refusals.has(outcome(answer))) {
        refused.push(account);
      } else if (outcome(answer) !== "done") {
        refused.push(`${account}: ${JSON.stringify(answer.body)}`);
      }
    }
    const may = new Set<string>(roles.filter((role) => app.permissions[role].includes("add")));
    expect(refused).toEqual([...roles, "nanashi", "kanri"].filter((account) => !may.has(account)));
  });
});

describe("who may do what with a record", () => {
  it("is shown to those who may view it, through every door", async () => {
    const wrong: string[] = [];
    for (const { sample, role, rights, cell } of eachCell()) {
      const app = appId(sample.app.key);
      const mayView = rights.includes("view");
      const doors = await Promise.all([
        suite.call(role, "GET", `/k/v1/record.json?app=${app}&id=${sample.id}`),
        suite.call(role, "GET", `/k/v1/record/comments.json?app=${app}&record=${sample.id}`),
      ]);
      const list = await suite.call(role, "GET", `/k/v1/records.json?app=${app}&query=$id%20%3D%20${sample.id}`);
      const listed = JSON.stringify(list.body).includes('"$id"');
      const shown = [...doors.map(({ status }) => status === 200), listed];
      if (shown.some((each) => each !== mayView)) {
        wrong.push(`${cell}: ${shown.join()} instead of ${String(mayView)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("is what the platform says beforehand", async () => {
    const wrong: string[] = [];
    for (const { sample, role, rights, cell } of eachCell()) {
      const path = `/k/v1/records/acl/evaluate.json?app=${appId(sample.app.key)}&ids[0]=${sample.id}`;
      const { body } = await suite.call(role, "GET", path);
      const found = readRights(body);
      if (found !== rights.toSorted().join()) {
        wrong.push(`${cell}: ${found} instead of ${rights.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("is changed by those who may edit it, and refused to all others", async () => {
    const wrong: string[] = [];
    for (const { sample, role, rights, cell } of eachCell()) {
      const body = { app: appId(sample.app.key), id: sample.id, record: note };
      const found = outcome(await suite.call(role, "PUT", "/k/v1/record.json", body));
      const isRight = rights.includes("edit") ? found === "done" : refusals.has(found);
      if (!isRight) {
        wrong.push(`${cell}: ${found}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("is not deleted by those who may not", async () => {
    const wrong: string[] = [];
    for (const { sample, role, rights, cell } of eachCell()) {
      if (!rights.includes("delete")) {
        const path = `/k/v1/records.json?app=${appId(sample.app.key)}&ids[0]=${sample.id}`;
        const found = outcome(await suite.call(role, "DELETE", path));
        if (!refusals.has(found)) {
          wrong.push(`${cell}: ${found}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("is closed to an administrator without a role and to people without any", async () => {
    for (const account of ["kanri", "nanashi"]) {
      for (const { app, id } of samples) {
        const answer = await suite.call(account, "GET", `/k/v1/record.json?app=${appId(app.key)}&id=${id}`);
        expect(outcome(answer)).toBe("CB_NO02");
      }
    }
  });
});

describe("the steps of a process", () => {
  it("are taken by those whose turn it is, and by nobody else", async () => {
    const wrong: string[] = [];
    const all = new Set([...roles, "tantou2", "kachou2", "nanashi", "kanri"]);
    for (const { app, id, values } of samples) {
      const assignees = app.process === undefined ? [] : await listAssignees(suite, app.key, id);
      for (const { name, from, byFields, byRoles = [] } of app.process?.actions ?? []) {
        if (from === values["ステータス"]) {
          // The steps for people of the record's fields belong to its owner here.
          const owners = byFields === undefined || assignees.length === 0 ? [] : ["tantou", "tantou2"];
          const isOwnTurn = byFields === undefined && byRoles.length === 0;
          const may: readonly string[] = isOwnTurn ? assignees : [...owners, ...byRoles];
          for (const account of [...all].filter((each) => !may.includes(each))) {
            const body = { app: appId(app.key), id, action: name };
            const found = outcome(await suite.call(account, "PUT", "/k/v1/record/status.json", body));
            if (found === "done") {
              wrong.push(`${app.name} ${from} ${name}: ${account}`);
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("wait for the manager of the record's own section", async () => {
    const found = samples.filter(({ values }) => ["所属長確認", "入力済"].includes(values["ステータス"] ?? ""));
    const assignees = await Promise.all(
      found.map(async ({ app, id, section }) => [section, ...(await listAssignees(suite, app.key, id))].join()),
    );
    expect(new Set(assignees)).toEqual(new Set(["A,kachou", "B,kachou2"]));
    expect(found.length).toBe(6);
  });
});

describe("fields that are not open to everyone", () => {
  it("are shown, and written, as declared", async () => {
    const wrong: string[] = [];
    for (const { sample, role, rights, cell } of eachCell()) {
      if (rights.includes("view")) {
        const path = `/k/v1/record.json?app=${appId(sample.app.key)}&id=${sample.id}`;
        const text = JSON.stringify((await suite.call(role, "GET", path)).body);
        for (const { field } of sample.app.fieldPermissions ?? []) {
          if (text.includes(`"${field}"`) !== (expectedAccess(sample.app, field, role) !== "none")) {
            wrong.push(`${cell}: ${field} is ${text.includes(`"${field}"`) ? "shown" : "hidden"}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("do not slip out through a list, a file, a search or an order", async () => {
    for (const role of ["koukai", "etsuran"] as const) {
      for (const key of appKeys) {
        const app = appId(key);
        const doors = [
          await suite.call(role, "GET", `/k/v1/records.json?app=${app}`),
          await suite.open(role, `/k/${app}/csv`),
        ];
        expect(doors.filter(({ body }) => JSON.stringify(body).includes(secret))).toEqual([]);
        const query = encodeURIComponent(`note_internal like "${secret}"`);
        const found = await suite.call(role, "GET", `/k/v1/records.json?app=${app}&query=${query}`);
        expect(outcome(found)).toBe("GAIA_IQ11");
      }
    }
  });

  it("leave the plan's own words to the office", async () => {
    const id = await findId("glossary", 'term = "用語"');
    const body = { app: appId("glossary"), id, record: { definition: { value: "別の言葉" } } };
    expect(outcome(await suite.call("jimukyoku", "PUT", "/k/v1/record.json", body))).toBe("done");
    // Opened to the sections by a town, the app still keeps the words.
    const { rights } = await suite.client("admin").app.getAppAcl({ app: appId("glossary") });
    const opened = rights.map((line) =>
      "code" in line.entity && line.entity.code === "tantou" ? { ...line, recordEditable: true } : line,
    );
    await putLiveRights("glossary", opened);
    const plain = { ...body, record: { plain_definition: { value: "やさしい言葉" } } };
    expect(outcome(await suite.call("tantou", "PUT", "/k/v1/record.json", plain))).toBe("done");
    expect(outcome(await suite.call("tantou", "PUT", "/k/v1/record.json", body))).toBe("GAIA_FU01");
    await putLiveRights("glossary", rights);
  });
});

describe("files", () => {
  it("are given to those who see the field and the record that hold them", async () => {
    const upload = await suite.client("jimukyoku").file.uploadFile({ file: { name: "根拠.txt", data: secret } });
    const kpiValue = samples.find(({ app, values }) => app.key === "kpi_value" && values["ステータス"] === "入力待ち");
    const id = kpiValue?.id ?? "";
    const app = appId("kpi_value");
    await suite.client("jimukyoku").record.updateRecord({
      app,
      id,
      record: { evidence_file: { value: [{ fileKey: upload.fileKey }] } },
    });
    const { record } = await suite.client("admin").record.getRecord({ app, id });
    const [file] = listOf(memberOf(record["evidence_file"], "value"));
    const key = textOf(memberOf(file, "fileKey"));
    const given: string[] = [];
    for (const account of [...roles, "tantou2", "nanashi", "kanri"]) {
      const { status } = await suite.call(account, "GET", `/k/v1/file.json?fileKey=${key}`);
      given.push(...(status === 200 ? [account] : []));
    }
    expect(given).toEqual(["jimukyoku", "tantou", "kachou", "iin", "tantou2"]);
  });
});

describe("lookups", () => {
  it("copy for those who see the source, and give a record to its section", async () => {
    const id = await addRecord(suite, "action", valuesOf("action", "B", "A-LOOK"), "tantou");
    const { record } = await suite.client("tantou").record.getRecord({ app: appId("action"), id });
    expect([record["owner_org"]?.value, record["dept_head"]?.value]).toMatchObject([
      [{ code: "mihon-b" }],
      [{ code: "kachou2" }],
    ]);
    // Written by hand the section stays what the lookup says.
    const stolen = { app: appId("action"), id, record: { owner_org: { value: [{ code: "mihon-a" }] } } };
    await suite.call("tantou", "PUT", "/k/v1/record.json", stolen);
    const after = await suite.client("admin").record.getRecord({ app: appId("action"), id });
    expect(after.record["owner_org"]?.value).toMatchObject([{ code: "mihon-b" }]);
    await suite
      .client("tantou")
      .record.updateRecord({ app: appId("action"), id, record: { dept_code: { value: "" } } });
    const emptied = await suite.client("admin").record.getRecord({ app: appId("action"), id });
    expect(emptied.record["owner_org"]?.value).toEqual([]);
  });
});

describe("the office", () => {
  it("deletes what has not been settled, and nothing else", async () => {
    const deleted: string[] = [];
    for (const { app, id, values } of samples) {
      const path = `/k/v1/records.json?app=${appId(app.key)}&ids[0]=${id}`;
      if (outcome(await suite.call("jimukyoku", "DELETE", path)) === "done") {
        deleted.push(`${app.key} ${values["ステータス"] ?? values["is_public"] ?? ""}`);
      }
    }
    expect([...new Set(deleted)]).toEqual([
      "plan_version 作成中",
      "action 下書き",
      "kpi_value 入力待ち",
      "progress 依頼中",
      "homework 受付",
      "kpi 庁内のみ",
      "kpi 公開",
    ]);
  });
});

async function putLiveRights(key: AppKey, rights: readonly object[]): Promise<void> {
  const answer = await suite.call("admin", "PUT", "/k/v1/app/acl.json", { app: appId(key), rights });
  expect(outcome(answer)).toBe("done");
}

const sourceKeys = { dept: "D-A", kpi: "K-A", sub_item: "J1-1", initiative: "J1", action: "A-A" } as const;

function sampleValue(field: AppSchema["fields"][string], text: string): string {
  if (field.type === "LOOKUP") {
    return Object.entries(sourceKeys).find(([key]) => key === field.app)?.[1] ?? text;
  }
  if (field.type === "NUMBER" || field.type === "DATE") {
    return field.type === "NUMBER" ? "2026" : "2026-10-01";
  }
  return "options" in field ? (field.options[0] ?? "") : text;
}

function readRights(body: unknown): string {
  const names = { viewable: "view", editable: "edit", deletable: "delete" };
  const [first] = listOf(memberOf(body, "rights"));
  const record = memberOf(first, "record");
  return Object.entries(names)
    .flatMap(([name, right]) => (memberOf(record, name) === true ? right : []))
    .toSorted()
    .join();
}
