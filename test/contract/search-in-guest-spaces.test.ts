import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// The page gives three addresses: the plain one, one per guest space, and one for all guest spaces that the caller belongs to.
const page = documented("developer site: search-data, URLs for guest spaces");
const mail = "hanako@example.jp";
const query = [{ operator: "AND", keywords: ["毛布"] }];

let platform: TestPlatform;
const spaces: number[] = [];

beforeAll(async () => {
  platform = await startTestPlatform();
  await platform.call("POST", "/v1/users.json", {
    body: { users: [{ code: "aoki", name: "青木", password: "aoki" }] },
  });
  for (const [name, code] of [
    ["毛布の会", "admin"],
    ["毛布の集い", "admin"],
    ["毛布の内輪", "aoki"],
  ] as const) {
    spaces.push(await addGuestSpace(name, code));
  }
  const [first = 0] = spaces;
  const client = platform.guestClient(first);
  const { app } = await client.app.addApp({ name: "品", space: first });
  await client.app.addFormFields({ app, properties: { 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } } });
  await client.app.deployApp({ apps: [{ app }] });
  await client.record.addRecord({ app, record: { 名: { value: "毛布" } } });
  await platform.call("POST", "/k/v1/guests.json", {
    body: { guests: [{ code: mail, name: "花子", password: "secret", timezone: "Asia/Tokyo", locale: "ja" }] },
  });
  await platform.call("PUT", `/k/guest/${first}/v1/space/guests.json`, { body: { id: first, guests: [mail] } });
});

afterAll(async () => {
  await platform.close();
});

async function addGuestSpace(name: string, code: string): Promise<number> {
  const members = [{ entity: { type: "USER" as const, code }, isAdmin: true }];
  const client = new KintoneRestAPIClient({ baseUrl: platform.url, auth: { username: "admin", password: "admin" } });
  return Number((await client.space.addSpaceFromTemplate({ id: 1, name, isGuest: true, members })).id);
}

async function search(path: string, headers: Readonly<Record<string, string>> = {}) {
  const { status, body } = await platform.call("POST", path, { body: { query }, headers });
  const text = JSON.stringify(body);
  return {
    status,
    names: [...new Set([...text.matchAll(/"spaceName":"([^"]+)"/gu)].map(([, name = ""]) => name))].toSorted(),
    text,
  };
}

describe("a search through guest spaces", () => {
  fact(
    "looks in all of them that the caller belongs to, and nowhere else",
    { evidence: page, needs: "system" },
    async () => {
      const found = await search("/k/guest/v1/search.json");
      expect([found.status, found.names]).toEqual([200, ["毛布の会", "毛布の集い"]]);
      expect(found.text).toContain('"appName":"品"');
    },
  );

  fact("looks in the one whose path it is", { evidence: page, needs: "system" }, async () => {
    expect((await search(`/k/guest/${spaces[1]}/v1/search.json`)).names).toEqual(["毛布の集い"]);
    expect((await search(`/k/guest/${spaces[2]}/v1/search.json`)).status).toBe(403);
    expect((await search("/k/v1/search.json")).names).toEqual([]);
  });

  fact("finds for a guest what stands where they were asked in", { evidence: page, needs: "system" }, async () => {
    const headers = { "X-Cybozu-Authorization": Buffer.from(`${mail}:secret`).toString("base64") };
    expect((await search("/k/guest/v1/search.json", headers)).names).toEqual(["毛布の会"]);
    expect((await search("/k/v1/search.json", headers)).status).toBe(403);
  });
});
