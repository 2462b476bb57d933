import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppKey, type Role, roles } from "../apps-schema/schema/app-key.ts";
import { suiteApps } from "../apps-schema/suite.ts";
import { listOf, memberOf, textOf } from "../scripts/deploy/client/json.ts";
import { addFoundations, addRecord, secret, valuesOf } from "./access/add-records.ts";
import { type Answer, type RunningSuite, startSuite } from "./access/start-suite.ts";
import { appId } from "./access/suite-seed.ts";
import { walkTo } from "./access/walk-to.ts";

// The doors beside those of test/access.test.ts: the same records reached by detours, by people whose row does not say so.

type Held = {
  readonly key: AppKey;
  readonly id: string;
  /** The record's name, which nobody may meet who does not see it. */
  readonly name: string;
  readonly hiddenFrom: readonly string[];
  /** Who reads it and may not write it. */
  readonly readers: readonly Role[];
};

const outside = ["koukai", "etsuran", "nanashi", "kanri"] as const;

let suite: RunningSuite;
const held: Held[] = [];

beforeAll(async () => {
  suite = await startSuite({ now: "2026-10-01T00:00:00Z" });
  await addFoundations(suite);
  await hold("action", "下書き", ["kachou", "iin"]);
  await hold("progress", "所属長確認", ["tantou", "iin"]);
  await hold("kpi_value", "入力済", ["tantou", "iin"]);
  await hold("homework", "回答案", ["tantou", "kachou", "iin"]);
  await hold("plan_version", "委員会審議", ["tantou", "kachou", "iin"]);
}, 120_000);

afterAll(async () => {
  await suite.close();
});

/** A record of the second section, so that the first one's people only read it. */
async function hold(key: Parameters<typeof valuesOf>[0], state: string, readers: readonly Role[]): Promise<void> {
  const name = `${key}の隠れた名前`;
  const id = await addRecord(suite, key, { ...valuesOf(key, "B", name), note_internal: secret });
  // A version to go back to.
  const record = { note_public: { value: "あとの文" } };
  await suite.client("jimukyoku").record.updateRecord({ app: appId(key), id, record });
  await walkTo(suite, key, id, state);
  held.push({ key, id, name, hiddenFrom: outside, readers });
}

function codeOf({ status, body }: Answer): string {
  const [inBulk] = listOf(memberOf(body, "results"));
  return status === 200 ? "done" : textOf(memberOf(inBulk ?? body, "code"));
}

function bulkOf(api: string, payload: object): object {
  return { requests: [{ method: "PUT", api, payload }] };
}

async function readAsAdmin({ key, id }: Held): Promise<string> {
  const { record } = await suite.client("admin").record.getRecord({ app: appId(key), id });
  return JSON.stringify(record);
}

// No right, not one's turn; or no such record, for whom there is none.
const refusals = new Set(["CB_NO02", "GAIA_NO01", "GAIA_NT01", "GAIA_RE01", "GAIA_RE20"]);

/** Everything that may show a record or count it, by the name of the door. */
async function openDoors(who: string, { key, id, name }: Held): Promise<string[]> {
  const app = appId(key);
  const condition = `${suiteApps[key].keyField} = "${name}"`;
  const query = encodeURIComponent(condition);
  const search = { query: [{ operator: "AND", keywords: [name] }] };
  const answers: Record<string, Answer> = {
    count: await suite.call(who, "GET", `/k/v1/records.json?app=${app}&totalCount=true&query=${query}`),
    cursor: await countByCursor(who, app, condition),
    search: await suite.call(who, "POST", "/k/v1/search.json", search),
    total: await suite.call(who, "GET", `/k/platform/list/totals.json?app=${app}&query=${query}`),
    history: await suite.call(who, "GET", `/k/platform/record/history.json?app=${app}&id=${id}`),
    neighbours: await suite.call(who, "GET", `/k/platform/record/neighbours.json?app=${app}&id=${id}`),
    phone: await suite.open(who, `/k/m/${app}/show?record=${id}`),
    file: await suite.open(who, `/k/${app}/csv?q=${query}`),
    inbox: await suite.call(who, "GET", "/k/platform/inbox.json"),
  };
  return Object.entries(answers).flatMap(([door, { status, body }]) => {
    const text = JSON.stringify(body);
    const isCounted = /"(?:totalCount|count)":"?[1-9]|"hits":\[\{/u.test(text);
    const isOpen = ["history", "neighbours"].includes(door) && status === 200;
    return isOpen || isCounted || text.includes(name) || text.includes(secret) ? [door] : [];
  });
}

/** A cursor's own answer; a domain has only a few of them, so each is given back. */
async function countByCursor(who: string, app: string, query: string): Promise<Answer> {
  const answer = await suite.call(who, "POST", "/k/v1/records/cursor.json", { app, query });
  await suite.call(who, "DELETE", "/k/v1/records/cursor.json", { id: textOf(memberOf(answer.body, "id")) });
  return answer;
}

describe("who does not see a record", () => {
  it("does not meet it in a count, a cursor, a search, a total, its neighbours, its history or a page", async () => {
    const met: string[] = [];
    for (const each of held) {
      for (const who of each.hiddenFrom) {
        met.push(...(await openDoors(who, each)).map((door) => `${who} ${each.key}: ${door}`));
      }
      // The same doors are open to the office.
      const doors = ["count", "cursor", "search", "total", "history", "neighbours", "file"];
      expect(await openDoors("jimukyoku", each)).toEqual(expect.arrayContaining(doors));
    }
    expect(met).toEqual([]);
  }, 120_000);

  it("does not meet it among the related records of one that is open", async () => {
    // What a page asks for: the other app's records by the field that relates them.
    const query = encodeURIComponent('kpi_id = "K-B"');
    for (const who of outside) {
      const { body } = await suite.call(who, "GET", `/k/v1/records.json?app=${appId("kpi_value")}&query=${query}`);
      expect(listOf(memberOf(body, "records"))).toEqual([]);
    }
  });
});

describe("who may not write a record", () => {
  it("does not change it by its key, in a row of many, in a bulk, by going back a version or as its assignee", async () => {
    const wrong: string[] = [];
    for (const each of held) {
      const { key, id, name, hiddenFrom, readers } = each;
      const app = appId(key);
      const before = await readAsAdmin(each);
      const note = { note_public: { value: "勝手な文" } };
      const updateKey = { field: suiteApps[key].keyField, value: name };
      for (const who of [...hiddenFrom, ...readers]) {
        const tries: Record<string, Answer> = {
          key: await suite.call(who, "PUT", "/k/v1/record.json", { app, updateKey, record: note }),
          many: await suite.call(who, "PUT", "/k/v1/records.json", { app, records: [{ id, record: note }] }),
          upsert: await suite.call(who, "PUT", "/k/v1/records.json", {
            app,
            upsert: true,
            records: [{ updateKey, record: note }],
          }),
          bulk: await suite.call(
            who,
            "POST",
            "/k/v1/bulkRequest.json",
            bulkOf("/k/v1/record.json", { app, id, record: note }),
          ),
          back: await suite.call(who, "PUT", "/k/platform/record/history.json", { app, id, version: 2 }),
          assignee: await suite.call(who, "PUT", "/k/v1/record/assignees.json", { app, id, assignees: [who] }),
        };
        wrong.push(
          ...Object.entries(tries).flatMap(([door, answer]) =>
            refusals.has(codeOf(answer)) ? [] : [`${who} ${key}: ${door} ${codeOf(answer)}`],
          ),
        );
      }
      expect(await readAsAdmin(each)).toBe(before);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it("does not take its steps in a row of many, in a bulk or in the name of somebody else", async () => {
    const done: string[] = [];
    for (const each of held) {
      const { key, id, hiddenFrom, readers } = each;
      const { record } = await suite.client("admin").record.getRecord({ app: appId(key), id });
      const state = textOf(memberOf(record["ステータス"], "value"));
      const steps = (suiteApps[key].process?.actions ?? []).filter(({ from }) => from === state);
      // The committee's turn is its own.
      const others = [...hiddenFrom, ...readers].filter((who) => key !== "plan_version" || who !== "iin");
      for (const { name } of steps) {
        for (const who of others) {
          const step = { app: appId(key), id, action: name, assignee: who };
          const answers = [
            await suite.call(who, "PUT", "/k/v1/records/status.json", {
              app: appId(key),
              records: [{ id, action: name, assignee: who }],
            }),
            await suite.call(who, "POST", "/k/v1/bulkRequest.json", bulkOf("/k/v1/record/status.json", step)),
          ];
          const codes = answers.map(codeOf);
          done.push(...codes.flatMap((code) => (refusals.has(code) ? [] : [`${who} ${key}: ${name} ${code}`])));
        }
      }
    }
    expect(done).toEqual([]);
  }, 120_000);

  it("does not comment on what is hidden, nor take away what another one said", async () => {
    const [draft] = held;
    const app = appId("action");
    const body = { app, record: draft?.id, comment: { text: "見えないはずの記録" } };
    for (const who of outside) {
      expect(refusals.has(codeOf(await suite.call(who, "POST", "/k/v1/record/comment.json", body)))).toBe(true);
    }
    const said = await suite.call("tantou2", "POST", "/k/v1/record/comment.json", body);
    const comment = textOf(memberOf(said.body, "id"));
    for (const who of ["tantou", "kachou", "iin"]) {
      const gone = await suite.call(who, "DELETE", "/k/v1/record/comment.json", { app, record: draft?.id, comment });
      expect(codeOf(gone)).not.toBe("done");
    }
  });

  it("does not put a record into an app by copying one, nor by the button of another app", async () => {
    const { record } = await suite.client("kachou").record.getRecord({ app: appId("action"), id: held[0]?.id ?? "" });
    const copied = {
      action_id: { value: "A-COPY" },
      action_name: record["action_name"],
      sub_item_id: { value: "J1-1" },
    };
    for (const who of ["kachou", "iin", "koukai", "etsuran"]) {
      const copy = await suite.call(who, "POST", "/k/v1/record.json", { app: appId("action"), record: copied });
      expect([who, codeOf(copy)]).toEqual([who, "CB_NO02"]);
    }
    for (const who of ["tantou", "kachou", "iin", "koukai"]) {
      const asked = { fu_key: { value: `H-${who}` }, fu_title: { value: "勝手な宿題" } };
      const made = await suite.call(who, "POST", "/k/v1/records.json", { app: appId("homework"), records: [asked] });
      expect([who, codeOf(made)]).toEqual([who, "CB_NO02"]);
    }
  });
});

describe("a field that is hidden", () => {
  it("is not in the history, not in an answer that names it, not in a total and not the order of a list", async () => {
    const id = await addRecord(suite, "action", {
      ...valuesOf("action", "B", "A-DONE"),
      note_internal: "はじめの言葉",
    });
    await suite.client("jimukyoku").record.updateRecord({
      app: appId("action"),
      id,
      record: { note_internal: { value: secret } },
    });
    await walkTo(suite, "action", id, "承認");
    const app = appId("action");
    for (const who of ["koukai", "etsuran"]) {
      const answers = [
        await suite.call(who, "GET", `/k/platform/record/history.json?app=${app}&id=${id}`),
        await suite.call(who, "GET", `/k/v1/records.json?app=${app}&fields[0]=note_internal&fields[1]=$id`),
        await suite.call(who, "GET", `/k/v1/record.json?app=${app}&id=${id}`),
        await suite.open(who, `/k/${app}/show?record=${id}`),
        await suite.call(who, "POST", "/k/v1/search.json", { query: [{ operator: "AND", keywords: [secret] }] }),
      ];
      expect(answers[0]?.status).toBe(200);
      expect(answers.filter(({ body }) => /はじめの言葉|庁内だけの言葉/u.test(JSON.stringify(body)))).toEqual([]);
      const ordered = encodeURIComponent("order by entry_minutes asc");
      const order = await suite.call(who, "GET", `/k/v1/records.json?app=${appId("progress")}&query=${ordered}`);
      expect(order.status).not.toBe(200);
    }
  });
});

describe("the settings of an app", () => {
  it("are opened and changed by no role", async () => {
    const open: string[] = [];
    for (const key of ["action", "kpi_value", "glossary"] as const) {
      const app = appId(key);
      for (const who of [...roles, "nanashi"]) {
        const rights = [{ entity: { type: "USER", code: who }, recordViewable: true, recordEditable: true }];
        const tries = [
          await suite.call(who, "PUT", "/k/v1/app/acl.json", { app, rights }),
          await suite.call(who, "PUT", "/k/v1/record/acl.json", { app, rights: [] }),
          await suite.call(who, "PUT", "/k/v1/field/acl.json", { app, rights: [] }),
          await suite.call(who, "PUT", "/k/v1/preview/app/status.json", { app, enable: false }),
          await suite.call(who, "POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] }),
          await suite.call(who, "GET", `/k/v1/app/acl.json?app=${app}`),
        ];
        open.push(...tries.flatMap(({ status }, index) => (status === 200 ? [`${who} ${key} ${String(index)}`] : [])));
      }
    }
    expect(open).toEqual([]);
  }, 120_000);
});
