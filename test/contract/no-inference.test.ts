import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { type Door, doors } from "./no-inference/doors.ts";
import { addApp, all, chiefWrites, putAcl, startWorlds, text, type World } from "./no-inference/worlds.ts";
import { own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Two domains that differ in nothing but what 担当 may not see: values of hidden fields, a field that is hidden in some records, hidden
// columns of a table, whole records, a whole app. Whatever 担当 asks, both domains must give the same answer, so there is nothing to
// infer. 課長 asks the same, to show that the doors do lead to what differs.

let worlds: readonly World[] = [];

const isBuilt = existsSync(resolve(import.meta.dirname, "../../dist/platform/page.js"));

beforeAll(async () => {
  worlds = await startWorlds();
});

afterAll(async () => {
  for (const world of worlds) {
    await world.platform.close();
  }
});

function fillIn(template: string, { app, other, closed, space }: World): string {
  return template
    .replaceAll("{app}", app)
    .replaceAll("{other}", other)
    .replaceAll("{closed}", closed)
    .replaceAll("{space}", space);
}

/** Without what is one domain's own by chance: the port, and keys that are drawn. */
function withoutChance(answer: string): string {
  return answer.replaceAll(/localhost:\d+/gu, "localhost").replaceAll(/"(id|fileKey)":"[^"]{20,}"/gu, '"$1":"drawn"');
}

async function ask({ method = "GET", path, body }: Door, login: string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const world of worlds) {
    const sent: unknown = body === undefined ? undefined : JSON.parse(fillIn(JSON.stringify(body), world));
    const { status, body: answer } = await world.platform.call(method, fillIn(path, world), {
      login,
      ...(sent !== undefined && { body: sent }),
    });
    // The id of a refusal is drawn too; of a record it is not.
    const { id: _, ...told } = Object(answer);
    answers.push(withoutChance(JSON.stringify([status, status === 200 ? answer : told])));
  }
  return answers;
}

describe("someone without the right infers nothing from", () => {
  fact.each(doors)(
    "$name",
    { evidence: own("no inference, by two worlds that differ in the hidden alone") },
    async (door) => {
      const [one, other] = await ask(door, "tantou");
      expect(one).toBe(other);
      // A refusal repeats what was asked for.
      const asked = JSON.stringify(door) + decodeURIComponent(door.path);
      for (const hidden of ["秘甲", "秘乙", "朱雀", "玄武", "丹波", "播磨", "赤", "青"]) {
        expect(asked.includes(hidden) || !one?.includes(hidden)).toBe(true);
      }
      const [seen, alsoSeen] = await ask(door, "kachou");
      if (door.alike !== true) {
        expect(seen).not.toBe(alsoSeen);
      }
    },
  );
});

async function readHistory(login: string): Promise<unknown> {
  const [world] = worlds;
  const path = `/k/platform/record/history.json?app=${world?.app}&id=1`;
  return (await world?.platform.call("GET", path, { login }))?.body;
}

describe("fields of the system that are hidden", () => {
  fact(
    "are not told by the history either",
    { evidence: own("no inference: who changed a record, and when") },
    async () => {
      expect(await readHistory("tantou")).toMatchObject({
        versions: [{ by: { code: "", name: "" }, at: "", changes: [{ code: "名" }] }],
        created: { by: { code: "kachou" }, at: "2026-04-01T00:00:00Z" },
      });
      expect(await readHistory("kachou")).toMatchObject({
        versions: [{ by: { code: "kachou" } }, { by: { code: "kachou" } }],
      });
    },
  );
});

describe("what was read before the right was taken away", () => {
  fact(
    "is not read on through a cursor, a notice or a file",
    { evidence: own("every call asks for the rights of its moment") },
    async (platform) => {
      const chief = platform.client("kachou");
      const app = await addApp(platform, "移る", {
        ...text("名"),
        ...text("秘"),
        添付: { type: "FILE", code: "添付", label: "添付" },
      });
      const staff = platform.client("tantou");
      const { fileKey } = await chief.file.uploadFile({ file: { name: "a.txt", data: "中" } });
      await chief.record.addRecords({
        app,
        records: [
          { 名: { value: "一" }, 秘: { value: "乾坤" }, 添付: { value: [{ fileKey }] } },
          { 名: { value: "二" }, 秘: { value: "乾坤" } },
        ],
      });
      const mentions = [{ type: "USER" as const, code: "tantou" }];
      await chief.record.addRecordComment({ app, record: 2, comment: { text: "乾坤の件", mentions } });
      const cursor = await staff.record.createCursor({ app, size: 1, query: "order by $id asc" });
      expect(JSON.stringify(await staff.record.getRecordsByCursor({ id: cursor.id }))).toContain("乾坤");
      const inbox = async (): Promise<string> =>
        JSON.stringify((await platform.call("GET", "/k/platform/inbox.json", { login: "tantou" })).body);
      expect(await inbox()).toContain("乾坤");
      const { record } = await staff.record.getRecord({ app, id: 1 });
      const stored = /"fileKey":"([^"]+)"/u.exec(JSON.stringify(record))?.[1] ?? "";
      await expect(staff.file.downloadFile({ fileKey: stored })).resolves.toBeDefined();
      await putAcl(
        platform,
        "field",
        app,
        ["秘", "添付"].map((code) => ({ code, entities: [chiefWrites] })),
      );
      expect(JSON.stringify(await staff.record.getRecordsByCursor({ id: cursor.id }))).not.toContain("乾坤");
      await expect(staff.file.downloadFile({ fileKey: stored })).rejects.toMatchObject({ status: 403 });
      await putAcl(platform, "record", app, [
        { filterCond: '名 = "二"', entities: [{ entity: { type: "USER", code: "kachou" }, ...all }] },
      ]);
      expect(await inbox()).not.toContain("乾坤");
      await chief.record.addRecordComment({ app, record: 2, comment: { text: "乾坤の次", mentions } });
      expect(await inbox()).not.toContain("乾坤");
    },
  );
});

async function signIn({ url }: TestPlatform, login: string): Promise<string> {
  const page = await fetch(`${url}/login`);
  const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
  const csrf = /name="csrf" value="([^"]+)"/u.exec(await page.text())?.[1] ?? "";
  const answer = await fetch(`${url}/login`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: url },
    body: new URLSearchParams({ login, password: login, csrf }),
  });
  const session = answer.headers.getSetCookie().find((value) => value.startsWith("kp_session="));
  return session?.split(";")[0] ?? "";
}

describe.skipIf(!isBuilt)("pages", () => {
  const pages: readonly Door[] = [
    { name: "the CSV of all records", path: "/k/{app}/csv" },
    { name: "the CSV of hidden columns", path: `/k/{app}/csv?fields=${encodeURIComponent("名,給与,個人,原価")}` },
    { name: "the CSV by a condition on a hidden field", path: `/k/{app}/csv?q=${encodeURIComponent("給与 > 150")}` },
    { name: "the CSV by a hidden order", path: `/k/{app}/csv?q=${encodeURIComponent("order by 給与 asc")}` },
    {
      name: "the CSV by what is hidden in these records",
      path: `/k/{app}/csv?q=${encodeURIComponent('個人 like "秘甲"')}`,
    },
    { name: "the CSV of a closed app", path: "/k/{closed}/csv", alike: true },
  ];
  fact.each(pages)("tell nothing by $name", { evidence: own("no inference: pages") }, async ({ path, alike }) => {
    const read = async (login: string): Promise<readonly string[]> => {
      const texts: string[] = [];
      for (const world of worlds) {
        const cookie = await signIn(world.platform, login);
        const answer = await fetch(world.platform.url + fillIn(path, world), {
          headers: { cookie },
          redirect: "manual",
        });
        const isCsv = answer.headers.get("content-type")?.startsWith("text/csv") === true;
        texts.push(`${answer.status} ${isCsv ? await answer.text() : ""}`);
      }
      return texts;
    };
    const [one, other] = await read("tantou");
    expect(one).toBe(other);
    const [seen, alsoSeen] = await read("kachou");
    if (alike !== true) {
      expect(seen).not.toBe(alsoSeen);
    }
  });
});
