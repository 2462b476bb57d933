import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, guess } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let space = "";
let inside = "";
let outside = "";

const mail = "hanako@example.jp";
const other = "jiro@example.jp";
const official = documented("official description: guests, spaces; developer site: add-guests, update-guest-members");

beforeAll(async () => {
  platform = await startTestPlatform();
  const client = platform.client();
  const members = [{ entity: { type: "USER" as const, code: platform.me.code }, isAdmin: true }];
  const { body } = await platform.call("POST", "/k/v1/template/space.json", {
    body: { id: 1, name: "共同", isGuest: true, members },
  });
  space = /"id":"(\d+)"/u.exec(JSON.stringify(body))?.[1] ?? "";
  const guestClient = platform.guestClient(Number(space));
  inside = (await guestClient.app.addApp({ name: "中", space: Number(space) })).app;
  await guestClient.app.deployApp({ apps: [{ app: inside }] });
  outside = (await client.app.addApp({ name: "外" })).app;
  await client.app.deployApp({ apps: [{ app: outside }] });
  const guest = { password: "secret", timezone: "Asia/Tokyo", locale: "ja" };
  await platform.call("POST", "/k/v1/guests.json", {
    body: {
      guests: [
        { ...guest, code: mail, name: "花子", company: "協力会社" },
        { ...guest, code: other, name: "二郎" },
      ],
    },
  });
  await putGuests([mail]);
});

afterAll(async () => {
  await platform.close();
});

const guestPath = (path: string): string => `/k/guest/${space}/v1/${path}`;

async function putGuests(guests: readonly string[]) {
  return platform.call("PUT", guestPath("space/guests.json"), { body: { id: space, guests } });
}

async function callAs(login: string, method: string, path: string, body?: unknown) {
  const headers = { "X-Cybozu-Authorization": Buffer.from(`${login}:secret`).toString("base64") };
  return platform.call(method, path, { headers, ...(body !== undefined && { body }) });
}

describe("guests", () => {
  fact("work in the guest space they were asked into", { evidence: official, needs: "system" }, async () => {
    const client = new KintoneRestAPIClient({
      baseUrl: platform.url,
      auth: { username: mail, password: "secret" },
      guestSpaceId: Number(space),
    });
    const { id } = await client.record.addRecord({ app: inside, record: {} });
    const { record } = await client.record.getRecord({ app: inside, id });
    expect(record).toMatchObject({ 作成者: { value: { code: `guest/${mail}`, name: "花子" } } });
    expect(await client.app.getApps({})).toMatchObject({ apps: [{ appId: inside }] });
  });

  fact(
    "find nothing outside of it",
    { evidence: documented("help: guest_unavailable; the code is the one of a wrong guest space"), needs: "system" },
    async () => {
      for (const path of [
        `/k/v1/records.json?app=${outside}`,
        "/k/v1/apps.json",
        "/v1/users.json",
        "/k/v1/space.json?id=1",
      ]) {
        expect(await callAs(mail, "GET", path)).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
      }
      expect(await callAs(mail, "GET", guestPath(`records.json?app=${outside}`))).toMatchObject({ status: 403 });
      const request = { method: "POST", api: "/k/v1/record.json", payload: { app: outside } };
      const bulk = await callAs(mail, "POST", guestPath("bulkRequest.json"), { requests: [request] });
      expect(bulk.status).toBe(403);
      expect(await callAs(mail, "POST", "/k/v1/preview/app.json", { name: "x" })).toMatchObject({ status: 403 });
    },
  );

  fact("are nobody in a space that they were not asked into", { evidence: official, needs: "system" }, async () => {
    const path = guestPath(`records.json?app=${inside}`);
    expect(await callAs(other, "GET", path)).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
    await putGuests([mail, other]);
    expect(await callAs(other, "GET", path)).toMatchObject({ status: 200 });
    await putGuests([mail]);
    expect(await callAs(other, "GET", path)).toMatchObject({ status: 403 });
  });

  fact(
    "sign in on the page and see their space alone",
    { evidence: documented("help: guest_unavailable, guest"), needs: "system" },
    async () => {
      const page = await fetch(`${platform.url}/login`);
      const csrf = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
      const answer = await fetch(`${platform.url}/login`, {
        method: "POST",
        headers: { Cookie: csrf },
        body: new URLSearchParams({ login: mail, password: "secret", csrf: csrf.split("=")[1] ?? "" }),
        redirect: "manual",
      });
      const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
      const open = async (path: string) => {
        const { status, url } = await fetch(platform.url + path, { headers: { Cookie: cookie } });
        return [status, new URL(url).pathname];
      };
      expect(await open(`/k/guest/${space}/${inside}/`)).toEqual([200, `/k/guest/${space}/${inside}/`]);
      expect(await open(`/k/${outside}/`)).toEqual([404, `/k/${outside}/`]);
      expect(await open("/k/admin/system/plugin/")).toEqual([403, "/k/admin/system/plugin/"]);
    },
  );

  fact(
    "are not among the users of the domain",
    { evidence: guess("the User API knows no guests"), needs: "system" },
    async () => {
      const { body } = await platform.call("GET", "/v1/users.json");
      expect(JSON.stringify(body)).not.toContain("guest/");
      const everyone = await platform.call("GET", "/v1/group/users.json?code=everyone");
      expect(JSON.stringify(everyone.body)).not.toContain("guest/");
      const join = { code: `guest/${mail}`, groups: ["Administrators"] };
      expect(await platform.call("PUT", "/v1/user/groups.json", { body: join })).toMatchObject({ status: 400 });
      const figures = await platform.call("GET", guestPath(`space.json?id=${space}`));
      expect(figures.body).toMatchObject({ memberCount: "2" });
    },
  );

  fact.each([
    ["a code that is no mail address", { code: "hanako" }, "guests[0].code"],
    ["a mail address that is there already", { code: mail }, "guests[0].code"],
    ["a missing name", { name: undefined }, "guests[0].name"],
    ["a missing time zone", { timezone: undefined }, "guests[0].timezone"],
    ["a password of two characters", { password: "ab" }, "guests[0].password"],
    ["a name of 129 characters", { name: "あ".repeat(129) }, "guests[0].name"],
    ["a company of 101 characters", { company: "あ".repeat(101) }, "guests[0].company"],
    ["an unknown language", { locale: "fr" }, "guests[0].locale"],
  ])("are refused with %s", { evidence: official, needs: "system" }, async (_, change, path) => {
    const guest = { code: "new@example.jp", password: "secret", timezone: "Asia/Tokyo", name: "新", ...change };
    expect(await platform.call("POST", "/k/v1/guests.json", { body: { guests: [guest] } })).toMatchObject({
      status: 400,
      body: { code: "CB_VA01", errors: { [path]: expect.anything() } },
    });
  });

  fact("are added and deleted by administrators only", { evidence: official, needs: "people" }, async () => {
    await platform.call("POST", "/v1/users.json", {
      body: { users: [{ code: "tantou", name: "担当", password: "tantou" }] },
    });
    const guests = [{ code: "a@example.jp", password: "secret", timezone: "Asia/Tokyo", name: "甲" }];
    for (const method of ["POST", "DELETE"]) {
      expect(await platform.call(method, "/k/v1/guests.json", { login: "tantou", body: { guests } })).toMatchObject({
        status: 403,
        body: { code: "CB_NO02" },
      });
    }
  });

  fact("are gone when they were deleted, also from their spaces", { evidence: official, needs: "system" }, async () => {
    const gone = "gone@example.jp";
    const guest = { code: gone, password: "secret", timezone: "Asia/Tokyo", name: "去る人" };
    await platform.call("POST", "/k/v1/guests.json", { body: { guests: [guest] } });
    await putGuests([mail, gone]);
    await platform.client().space.deleteGuests({ guests: [gone] });
    expect(await callAs(gone, "GET", guestPath(`records.json?app=${inside}`))).toMatchObject({ status: 401 });
    expect(await platform.call("GET", guestPath(`space.json?id=${space}`))).toMatchObject({
      body: { memberCount: "2" },
    });
    expect(await putGuests([gone])).toMatchObject({ status: 400, body: { code: "GAIA_IL26" } });
    expect(await platform.call("DELETE", "/k/v1/guests.json", { body: { guests: [gone] } })).toMatchObject({
      status: 400,
    });
  });
});
