import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});

afterAll(async () => {
  await platform.close();
});

describe("the User API", () => {
  fact(
    "starts with one administrator and the built-in groups",
    { evidence: documented("developer site: User API"), needs: "people" },
    async () => {
      const users = await platform.call("GET", "/v1/users.json");
      expect(users.body).toMatchObject({ users: [{ code: "admin", valid: true, timezone: "Asia/Tokyo" }] });
      const groups = await platform.call("GET", "/v1/user/groups.json?code=admin");
      expect(groups.body).toMatchObject({ groups: [{ code: "Administrators" }, { code: "everyone" }] });
    },
  );

  fact(
    "creates accounts, groups and organizations and puts the ones into the others",
    { evidence: documented("developer site: User API"), needs: "people" },
    async () => {
      const users = [
        { code: "jimukyoku", name: "DX事務局", password: "jimukyoku", email: "dx@example.jp" },
        { code: "kachou", name: "所属長", password: "kachou" },
      ];
      await platform.call("POST", "/v1/users.json", { body: { users } });
      await platform.call("POST", "/v1/groups.json", { body: { groups: [{ code: "kanri", name: "管理" }] } });
      await platform.call("POST", "/v1/organizations.json", {
        body: {
          organizations: [
            { code: "yakuba", name: "役場" },
            { code: "somu", name: "総務課", parentCode: "yakuba" },
          ],
        },
      });
      const groups = { code: "jimukyoku", groups: ["kanri", "Administrators"] };
      expect((await platform.call("PUT", "/v1/user/groups.json", { body: groups })).body).toEqual({});
      const organizations = { code: "kachou", organizations: ["somu"] };
      expect((await platform.call("PUT", "/v1/user/organizations.json", { body: organizations })).body).toEqual({});

      const own = await platform.call("GET", "/v1/user/organizations.json?code=kachou", { login: "kachou" });
      expect(own.body).toMatchObject({
        organizationTitles: [{ organization: { code: "somu", parentCode: "yakuba" } }],
      });
      expect((await platform.call("GET", "/v1/group/users.json?code=kanri")).body).toMatchObject({
        users: [{ code: "jimukyoku", email: "dx@example.jp" }],
      });
      expect((await platform.call("GET", "/v1/organization/users.json?code=somu")).body).toMatchObject({
        userTitles: [{ user: { code: "kachou" } }],
      });
      const some = await platform.call("GET", "/v1/users.json?codes[0]=kachou&size=1");
      expect(some.body).toMatchObject({ users: [{ name: "所属長" }] });
      // Membership of Administrators counts at once.
      const created = await platform.call("POST", "/k/v1/preview/app.json", {
        login: "jimukyoku",
        body: { name: "x" },
      });
      expect(created.status).toBe(200);
    },
  );

  fact(
    "gives nobody's password away",
    { evidence: documented("developer site: User API"), needs: "people" },
    async () => {
      const { body } = await platform.call("GET", "/v1/users.json");
      expect(JSON.stringify(body)).not.toMatch(/scrypt|password/u);
    },
  );

  fact.each([
    ["a code that is taken", { users: [{ code: "admin", name: "x", password: "x" }] }, "users[0].code"],
    ["a missing password", { users: [{ code: "neu", name: "x" }] }, "users[0].password"],
    ["a code with a colon", { users: [{ code: "a:b", name: "x", password: "x" }] }, "users[0].code"],
    ["the same code twice", { users: [1, 2].map(() => ({ code: "neu", name: "x", password: "x" })) }, "users[1].code"],
    ["nobody", { users: [] }, "users"],
  ])(
    "refuses %s and creates nothing",
    { evidence: documented("developer site: User API"), needs: "people" },
    async (_, body, path) => {
      const answer = await platform.call("POST", "/v1/users.json", { body });
      expect(answer).toMatchObject({ status: 400, body: { code: "CB_VA01", errors: { [path]: expect.anything() } } });
      const found = await platform.call("GET", "/v1/users.json?codes[0]=neu");
      expect(found.body).toEqual({ users: [] });
    },
  );

  fact(
    "lets only administrators change accounts",
    { evidence: documented("developer site: User API"), needs: "people" },
    async () => {
      const body = { code: "kachou", groups: ["Administrators"] };
      const answer = await platform.call("PUT", "/v1/user/groups.json", { login: "kachou", body });
      expect(answer).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
    },
  );
});
