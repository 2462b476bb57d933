import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Rights that one call asks for on behalf of another: in a bulk request, in the source of a lookup, in a notice.
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
  const users = ["tantou", "kachou"].map((code) => ({ code, name: code, password: code }));
  await platform.call("POST", "/v1/users.json", { body: { users } });
});

afterAll(async () => {
  await platform.close();
});

const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT" as const, code, label: code, ...more },
});
const assignedTo = (index: number, code: string) => ({
  index,
  assignee: { type: "ANY" as const, entities: [{ entity: { type: "USER" as const, code } }] },
});

describe("a right that is asked for in passing", () => {
  fact(
    "a bulk request gives nobody the assignees' call that manages the app",
    { evidence: documented("developer site: update-assignees, needed rights"), needs: "people" },
    async () => {
      const client = platform.client();
      const { app } = await client.app.addApp({ name: "作業" });
      await client.app.updateProcessManagement({
        app,
        enable: true,
        states: {
          未: { name: "未", index: 0, assignee: { type: "ONE", entities: [] } },
          済: { name: "済", ...assignedTo(1, "tantou") },
        },
        actions: [{ name: "送る", from: "未", to: "済" }],
      });
      await client.app.deployApp({ apps: [{ app }] });
      const rights = [{ entity: { type: "GROUP", code: "everyone" }, recordViewable: true, recordAddable: true }];
      await platform.call("PUT", "/k/v1/app/acl.json", { body: { app, rights } });
      const { id } = await client.record.addRecord({ app, record: {} });
      const payload = { app, id, assignees: ["tantou"] };
      const requests = [{ method: "PUT", api: "/k/v1/record/assignees.json", payload }];
      const send = async (login: string) =>
        platform.call("POST", "/k/v1/bulkRequest.json", { login, body: { requests } });
      expect(await send("tantou")).toMatchObject({ status: 403, body: { results: [{ code: "CB_NO02" }] } });
      expect((await send("admin")).status).toBe(200);
    },
  );

  fact(
    "a lookup copies no field that its writer may not see",
    { evidence: documented("GAIA_LO04: 「…アプリやフィールドの閲覧権限がありません。」"), needs: "people" },
    async () => {
      const client = platform.client();
      const { app: source } = await client.app.addApp({ name: "元" });
      await client.app.addFormFields({ app: source, properties: { ...text("鍵", { unique: true }), ...text("秘") } });
      await client.app.deployApp({ apps: [{ app: source }] });
      await client.record.addRecord({ app: source, record: { 鍵: { value: "k" }, 秘: { value: "乾坤" } } });
      const rights = [{ code: "秘", entities: [{ accessibility: "WRITE", entity: { type: "USER", code: "kachou" } }] }];
      await platform.call("PUT", "/k/v1/field/acl.json", { body: { app: source, rights } });
      const { app } = await client.app.addApp({ name: "先" });
      const lookup = {
        relatedApp: { app: source },
        relatedKeyField: "鍵",
        fieldMappings: [{ field: "写し", relatedField: "秘" }],
        lookupPickerFields: [],
        filterCond: "",
        sort: "",
      };
      await client.app.addFormFields({ app, properties: { ...text("写し"), ...text("参照", { lookup }) } });
      await client.app.deployApp({ apps: [{ app }] });
      const record = { 参照: { value: "k" } };
      await expect(platform.client("tantou").record.addRecord({ app, record })).rejects.toMatchObject({
        code: "GAIA_LO04",
      });
      await expect(platform.client("kachou").record.addRecord({ app, record })).resolves.toBeDefined();
    },
  );

  fact(
    "who acts on the next status as well is told anew",
    { evidence: own("an assignee is asked anew at each status") },
    async () => {
      const client = platform.client();
      const { app } = await client.app.addApp({ name: "二段" });
      await client.app.updateProcessManagement({
        app,
        enable: true,
        states: {
          未: { name: "未", index: 0, assignee: { type: "ONE", entities: [] } },
          一: { name: "一", ...assignedTo(1, "tantou") },
          二: { name: "二", ...assignedTo(2, "tantou") },
        },
        actions: [
          { name: "送る", from: "未", to: "一" },
          {
            name: "進める",
            from: "一",
            to: "二",
            type: "SECONDARY",
            executableUser: { entities: [{ entity: { type: "USER", code: "kachou" }, includeSubs: false }] },
          },
        ],
      });
      await client.app.deployApp({ apps: [{ app }] });
      const { id } = await client.record.addRecord({ app, record: {} });
      const unread = async (): Promise<string> =>
        JSON.stringify((await platform.call("GET", "/k/platform/inbox/unread.json", { login: "tantou" })).body);
      const none = await unread();
      await client.record.updateRecordStatus({ app, id, action: "送る" });
      const one = await unread();
      expect(one).not.toBe(none);
      await platform.client("kachou").record.updateRecordStatus({ app, id, action: "進める" });
      expect(await unread()).not.toBe(one);
    },
  );
});
