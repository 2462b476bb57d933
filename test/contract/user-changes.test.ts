import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, guess, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

// A run on a real domain must not touch its people.
const pages = {
  evidence: documented("developer site: User API, one page for each operation"),
  needs: "people",
} as const;
const assumed = { evidence: guess("no page says what happens then"), needs: "people" } as const;

beforeAll(async () => {
  platform = await startTestPlatform();
  await put("POST", "users", { users: ["sato", "kato"].map((code) => ({ code, name: code, password: code })) });
  await put("POST", "groups", { groups: ["kanri", "eturan"].map((code) => ({ code, name: code })) });
  await put("POST", "organizations", {
    organizations: [
      { code: "yakuba", name: "役場" },
      { code: "somu", name: "総務課", parentCode: "yakuba" },
    ],
  });
});

afterAll(async () => {
  await platform.close();
});

const put = async (method: string, resource: string, body: object, login = "admin") =>
  platform.call(method, `/v1/${resource}.json`, { body, login });
const read = async (path: string) => (await platform.call("GET", `/v1/${path}`)).body;
const done = { status: 200, body: {} };

async function addUser(code: string): Promise<void> {
  await put("POST", "users", { users: [{ code, name: code, password: code }] });
}

describe("changing users", () => {
  fact("changes what is sent and keeps the rest", pages, async () => {
    await addUser("henko");
    const users = [{ code: "henko", name: "変更", phone: "0280", locale: "en" }];
    expect(await put("PUT", "users", { users })).toMatchObject(done);
    await put("PUT", "users", { users: [{ code: "henko", email: "h@example.jp" }] });
    expect(await read("users.json?codes[0]=henko")).toMatchObject({
      users: [{ name: "変更", phone: "0280", locale: "en", email: "h@example.jp", valid: true }],
    });
  });

  fact("takes a new password at once", assumed, async () => {
    await addUser("kagi");
    await put("PUT", "users", { users: [{ code: "kagi", password: "new" }] });
    expect(await platform.call("GET", "/k/v1/apps.json", { login: "kagi" })).toMatchObject({ status: 401 });
    const headers = { "X-Cybozu-Authorization": Buffer.from("kagi:new").toString("base64") };
    expect(await platform.call("GET", "/k/v1/apps.json", { headers })).toMatchObject({ status: 200 });
  });

  fact("shuts out who is no longer valid", assumed, async () => {
    await addUser("yasumi");
    await put("PUT", "users", { users: [{ code: "yasumi", valid: false }] });
    expect(await platform.call("GET", "/k/v1/apps.json", { login: "yasumi" })).toMatchObject({ status: 401 });
    expect(await read("users.json?codes[0]=yasumi")).toMatchObject({ users: [{ valid: false }] });
  });

  fact("shuts out of kintone whose service was taken away", pages, async () => {
    await addUser("riyou");
    expect(await read("users/services.json?codes[0]=riyou")).toEqual({
      users: [{ code: "riyou", services: ["kintone"] }],
    });
    expect(await put("PUT", "users/services", { users: [{ code: "riyou", services: [] }] })).toMatchObject(done);
    expect(await platform.call("GET", "/k/v1/apps.json", { login: "riyou" })).toMatchObject({ status: 403 });
    expect(await put("PUT", "users/services", { users: [{ code: "riyou", services: ["nothing"] }] })).toMatchObject({
      status: 400,
    });
    await put("PUT", "users/services", { users: [{ code: "riyou", services: ["kintone", "garoon"] }] });
    expect(await platform.call("GET", "/k/v1/apps.json", { login: "riyou" })).toMatchObject({ status: 200 });
  });

  fact("deletes by codes; what they wrote keeps their code", pages, async () => {
    await addUser("taishoku");
    const client = platform.client();
    const { app } = await client.app.addApp({ name: "残る" });
    await client.app.deployApp({ apps: [{ app }] });
    await platform.client("taishoku").record.addRecord({ app, record: {} });
    expect(await put("DELETE", "users", { codes: ["taishoku"] })).toMatchObject(done);
    expect(await read("users.json?codes[0]=taishoku")).toEqual({ users: [] });
    expect((await client.record.getRecords({ app })).records).toMatchObject([
      { 作成者: { value: { code: "taishoku" } } },
    ]);
  });

  fact(
    "keeps an administrator who can sign in",
    { evidence: own("nobody could set up anything any more"), needs: "people" },
    async () => {
      for (const [method, resource, body] of [
        ["DELETE", "users", { codes: ["admin"] }],
        ["PUT", "users", { users: [{ code: "admin", valid: false }] }],
        ["PUT", "users/services", { users: [{ code: "admin", services: [] }] }],
        ["PUT", "group/users", { code: "Administrators", users: [] }],
        ["PUT", "user/groups", { code: "admin", groups: [] }],
      ] as const) {
        expect(await put(method, resource, body)).toMatchObject({
          status: 400,
          body: { code: "PLATFORM_LAST_ADMINISTRATOR" },
        });
      }
      expect(await platform.call("GET", "/k/v1/apps.json")).toMatchObject({ status: 200 });
    },
  );

  fact("sets the organizations of several users at once", pages, async () => {
    const userOrganizations = [
      { code: "sato", organizations: [{ orgCode: "somu" }, { orgCode: "yakuba" }] },
      { code: "kato", organizations: [{ orgCode: "yakuba" }] },
    ];
    expect(await put("PUT", "userOrganizations", { userOrganizations })).toMatchObject(done);
    expect(await read("user/organizations.json?code=sato")).toMatchObject({
      organizationTitles: [{ organization: { code: "somu" } }, { organization: { code: "yakuba" } }],
    });
    const titled = [{ code: "sato", organizations: [{ orgCode: "somu", titleCode: "kachou" }] }];
    expect(await put("PUT", "userOrganizations", { userOrganizations: titled })).toMatchObject({ status: 400 });
  });
});

describe("another login name", () => {
  fact("follows into memberships, records, permissions and conditions", pages, async () => {
    await addUser("mae");
    await put("PUT", "user/groups", { code: "mae", groups: ["kanri"] });
    const client = platform.client();
    const { app } = await client.app.addApp({ name: "名前" });
    await platform.call("POST", "/k/v1/preview/app/form/fields.json", {
      body: {
        app,
        properties: {
          担当: { type: "USER_SELECT", code: "担当", label: "担当", entities: [{ type: "USER", code: "mae" }] },
        },
      },
    });
    const views = {
      自分: { type: "LIST", name: "自分", index: 0, fields: ["担当"], filterCond: '担当 in ("mae", "sato")' },
    };
    await platform.call("PUT", "/k/v1/preview/app/views.json", { body: { app, views } });
    await client.app.updateAppSettings({ app, name: "名前" });
    await client.app.deployApp({ apps: [{ app }] });
    await client.app.updateRecordAcl({
      app,
      rights: [
        {
          filterCond: '担当 in ("mae")',
          entities: [
            {
              entity: { type: "USER", code: "mae" },
              viewable: true,
              editable: true,
              deletable: true,
              includeSubs: false,
            },
          ],
        },
      ],
    });
    await platform.client("mae").record.addRecord({ app, record: { 担当: { value: [{ code: "mae" }] } } });
    const codes = [{ currentCode: "mae", newCode: "ato" }];
    expect(await put("PUT", "users/codes", { codes })).toMatchObject(done);

    const headers = { "X-Cybozu-Authorization": Buffer.from("ato:mae").toString("base64") };
    const seen = await platform.call("GET", `/k/v1/records.json?app=${app}`, { headers });
    expect(seen.body).toMatchObject({
      records: [{ 作成者: { value: { code: "ato" } }, 担当: { value: [{ code: "ato" }] }, $revision: { value: "1" } }],
    });
    expect(await read("group/users.json?code=kanri")).toMatchObject({ users: [{ code: "ato" }] });
    expect(await client.app.getViews({ app })).toMatchObject({
      views: { 自分: { filterCond: expect.stringMatching(/"ato", "sato"|"ato","sato"/u) } },
    });
    expect(await client.app.getFormFields({ app })).toMatchObject({
      properties: { 担当: { entities: [{ code: "ato" }] } },
    });
    expect(JSON.stringify(await client.app.getRecordAcl({ app }))).not.toContain("mae");
  });

  fact.each([
    ["one that is taken", [{ currentCode: "sato", newCode: "kato" }], "CB_VA01"],
    ["one with a colon", [{ currentCode: "sato", newCode: "a:b" }], "CB_VA01"],
    ["one for nobody", [{ currentCode: "nobody", newCode: "x" }], "GAIA_IL26"],
    ["none", [{ currentCode: "sato" }], "CB_VA01"],
  ])("is refused: %s", assumed, async (_, codes, code) => {
    expect(await put("PUT", "users/codes", { codes })).toMatchObject({ status: 400, body: { code } });
  });

  fact("is there for groups and organizations as well", pages, async () => {
    await put("POST", "groups", { groups: [{ code: "kyu", name: "旧" }] });
    await put("PUT", "group/users", { code: "kyu", users: ["kato"] });
    expect(await put("PUT", "groups/codes", { codes: [{ currentCode: "kyu", newCode: "shin" }] })).toMatchObject(done);
    expect(await read("user/groups.json?code=kato")).toMatchObject({
      groups: [{ code: "everyone" }, { code: "shin" }],
    });
    await put("POST", "organizations", {
      organizations: [
        { code: "ue", name: "上" },
        { code: "sita", name: "下", parentCode: "ue" },
      ],
    });
    expect(await put("PUT", "organizations/codes", { codes: [{ currentCode: "ue", newCode: "top" }] })).toMatchObject(
      done,
    );
    expect(await read("organizations.json?codes[0]=sita")).toMatchObject({ organizations: [{ parentCode: "top" }] });
  });
});

describe("changing groups and organizations", () => {
  fact("changes names and members of a group and deletes it", pages, async () => {
    await put("POST", "groups", { groups: [{ code: "sagyo", name: "作業" }] });
    expect(
      await put("PUT", "groups", { groups: [{ code: "sagyo", name: "作業班", description: "年度末まで" }] }),
    ).toMatchObject(done);
    expect(await put("PUT", "group/users", { code: "sagyo", users: ["sato", "kato"] })).toMatchObject(done);
    await put("PUT", "group/users", { code: "sagyo", users: ["kato"] });
    expect(await read("group/users.json?code=sagyo")).toMatchObject({ users: [{ code: "kato" }] });
    expect(await read("groups.json?codes[0]=sagyo")).toMatchObject({
      groups: [{ name: "作業班", description: "年度末まで" }],
    });
    expect(await put("DELETE", "groups", { codes: ["sagyo"] })).toMatchObject(done);
    expect(await read("groups.json?codes[0]=sagyo")).toEqual({ groups: [] });
  });

  fact("leaves the groups that are there from the start", assumed, async () => {
    for (const code of ["Administrators", "everyone"]) {
      expect(await put("DELETE", "groups", { codes: [code] })).toMatchObject({ status: 400 });
      expect(await put("PUT", "groups", { groups: [{ code, name: "x" }] })).toMatchObject({ status: 400 });
    }
    expect(await put("PUT", "group/users", { code: "everyone", users: [] })).toMatchObject({ status: 400 });
  });

  fact("moves an organization, never below itself, and deletes it", pages, async () => {
    await put("POST", "organizations", {
      organizations: [
        { code: "a", name: "A" },
        { code: "b", name: "B", parentCode: "a" },
        { code: "c", name: "C", parentCode: "b" },
      ],
    });
    const move = async (code: string, parentCode: string) =>
      put("PUT", "organizations", { organizations: [{ code, parentCode }] });
    expect(await move("a", "c")).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
    expect(await move("a", "a")).toMatchObject({ status: 400 });
    expect(await move("a", "nowhere")).toMatchObject({ status: 400, body: { code: "GAIA_IL28" } });
    expect(await move("c", "a")).toMatchObject(done);
    expect(await move("c", "")).toMatchObject(done);
    expect(await read("organizations.json?codes[0]=c")).toMatchObject({
      organizations: [{ parentCode: null, name: "C" }],
    });
    expect(await put("DELETE", "organizations", { codes: ["a"] })).toMatchObject(done);
    expect(await read("organizations.json?codes[0]=b")).toMatchObject({ organizations: [{ parentCode: null }] });
  });
});

describe("every change of accounts", () => {
  fact.each([
    ["PUT", "users"],
    ["DELETE", "users"],
    ["PUT", "users/codes"],
    ["PUT", "users/services"],
    ["PUT", "userOrganizations"],
    ["PUT", "groups"],
    ["DELETE", "groups"],
    ["PUT", "groups/codes"],
    ["PUT", "group/users"],
    ["PUT", "organizations"],
    ["DELETE", "organizations"],
    ["PUT", "organizations/codes"],
  ])("is the administrators': %s %s", pages, async (method, resource) => {
    expect(await put(method, resource, {}, "sato")).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
    expect(await put(method, resource, {})).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
  });

  fact.each([["users"], ["groups"], ["organizations"]])("is for at most 100 %s at once", pages, async (resource) => {
    const many = Array.from({ length: 101 }, (_, index) => ({ code: `x${index}`, name: "x", password: "x" }));
    const codes = many.map(({ code }) => code);
    expect(await put("POST", resource, { [resource]: many })).toMatchObject({
      status: 400,
      body: { code: "CB_VA01" },
    });
    expect(await put("PUT", resource, { [resource]: many })).toMatchObject({
      status: 400,
      body: { code: "CB_VA01" },
    });
    expect(await put("DELETE", resource, { codes })).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
  });
});
