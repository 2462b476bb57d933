import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Evidence: shapes and limits from the official description of each operation. Codes of what is missing (GAIA_SP01, GAIA_SP02)
// and the one template (id 1, an empty space) are this platform's own.
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
  for (const code of ["aoki", "baba", "chiba"]) {
    await platform.call("POST", "/v1/users.json", { body: { users: [{ code, name: code, password: code }] } });
  }
  await platform.call("POST", "/v1/groups.json", { body: { groups: [{ code: "team", name: "班" }] } });
  await platform.call("PUT", "/v1/user/groups.json", { body: { code: "baba", groups: ["team"] } });
});

afterAll(async () => {
  await platform.close();
});

const admin = { entity: { type: "USER", code: "admin" }, isAdmin: true } as const;
const createSpace = async (more: { readonly isPrivate?: boolean; readonly isGuest?: boolean } = {}) => {
  const { id } = await platform.client().space.addSpaceFromTemplate({
    id: 1,
    name: "広場",
    members: [admin, { entity: { type: "GROUP", code: "team" } }],
    ...more,
  });
  return Number(id);
};

describe("spaces", () => {
  fact(
    "are made from a template, read, changed and deleted",
    { evidence: documented("official description: spaces"), needs: "system" },
    async () => {
      const client = platform.client().space;
      const id = await createSpace();
      const space = await client.getSpace({ id });
      expect(space).toMatchObject({
        id: String(id),
        name: "広場",
        isPrivate: false,
        isGuest: false,
        fixedMember: false,
        useMultiThread: true,
        memberCount: "2",
        body: null,
        attachedApps: [],
        creator: { code: "admin" },
        permissions: { createApp: "EVERYONE" },
        showAnnouncement: true,
        coverType: "PRESET",
      });
      await client.updateSpace({ id, name: "新しい広場", showAppList: false, permissions: { createApp: "ADMIN" } });
      await client.updateSpaceBody({ id, body: "<b>お知らせ</b>" });
      await expect(client.getSpace({ id })).resolves.toMatchObject({
        name: "新しい広場",
        showAppList: false,
        showThreadList: true,
        body: "<b>お知らせ</b>",
        permissions: { createApp: "ADMIN" },
      });
      await client.deleteSpace({ id });
      await expect(client.getSpace({ id })).rejects.toMatchObject({ code: "GAIA_SP01", status: 404 });
    },
  );

  fact(
    "list members, those of groups as implied, and take a new list with at least one administrator",
    { evidence: documented("official description: spaces"), needs: "system" },
    async () => {
      const client = platform.client().space;
      const id = await createSpace();
      await expect(client.getSpaceMembers({ id })).resolves.toEqual({
        members: [
          { ...admin, isImplicit: false },
          { entity: { type: "GROUP", code: "team" }, isAdmin: false },
          { entity: { type: "USER", code: "baba" }, isAdmin: false, isImplicit: true },
        ],
      });
      await client.updateSpaceMembers({ id, members: [admin, { entity: { type: "USER", code: "aoki" } }] });
      expect((await client.getSpaceMembers({ id })).members).toHaveLength(2);
      const put = (members: unknown) => platform.call("PUT", "/k/v1/space/members.json", { body: { id, members } });
      await expect(put([{ entity: { type: "USER", code: "aoki" } }])).resolves.toMatchObject({
        status: 400,
        body: { code: "CB_VA01", errors: { members: expect.anything() } },
      });
      await expect(put([{ entity: { type: "USER", code: "nobody" }, isAdmin: true }])).resolves.toMatchObject({
        body: { code: "GAIA_IL26" },
      });
      await expect(put([{ entity: { type: "ROLE", code: "team" }, isAdmin: true }])).resolves.toMatchObject({
        body: { errors: { "members[0].entity.type": expect.anything() } },
      });
    },
  );

  fact(
    "are closed to others when private, and changed only by their administrators",
    { evidence: documented("official description: spaces"), needs: "system" },
    async () => {
      const id = await createSpace({ isPrivate: true });
      const get = (login: string) => platform.call("GET", `/k/v1/space.json?id=${id}`, { login });
      await expect(get("chiba")).resolves.toMatchObject({ status: 403, body: { code: "CB_NO02" } });
      await expect(get("baba")).resolves.toMatchObject({ status: 200 });
      await expect(
        platform.call("PUT", "/k/v1/space.json", { login: "baba", body: { id, name: "奪取" } }),
      ).resolves.toMatchObject({ status: 403, body: { code: "CB_NO02" } });
    },
  );

  fact(
    "have threads with comments and files",
    { evidence: documented("official description: spaces"), needs: "system" },
    async () => {
      const client = platform.client();
      const space = await createSpace();
      const { id } = await client.space.addThread({ space, name: "相談" });
      await client.space.updateThread({ id, name: "相談室", body: "<p>どうぞ</p>" });
      const { fileKey } = await client.file.uploadFile({ file: { name: "a.txt", data: "a" } });
      const first = await client.space.addThreadComment({ space, thread: id, comment: { text: "はい" } });
      const second = await client.space.addThreadComment({
        space,
        thread: id,
        comment: { mentions: [{ type: "USER", code: "aoki" }], files: [{ fileKey }] },
      });
      expect(Number(second.id)).toBe(Number(first.id) + 1);
      const comment = (body: object) =>
        platform.call("POST", "/k/v1/space/thread/comment.json", { body: { space, thread: id, comment: body } });
      await expect(comment({})).resolves.toMatchObject({ body: { errors: { "comment.text": expect.anything() } } });
      await expect(comment({ text: "あ".repeat(65_536) })).resolves.toMatchObject({
        body: { errors: { "comment.text": expect.anything() } },
      });
      await expect(comment({ files: Array.from({ length: 6 }, () => ({ fileKey })) })).resolves.toMatchObject({
        body: { errors: { "comment.files": expect.anything() } },
      });
      await expect(comment({ files: [{ fileKey: "無い" }] })).resolves.toMatchObject({ body: { code: "GAIA_BL01" } });
      await expect(
        platform.call("POST", "/k/v1/space/thread.json", { login: "chiba", body: { space, name: "外から" } }),
      ).resolves.toMatchObject({ status: 403 });
      await expect(
        platform.call("POST", "/k/v1/space/thread.json", { body: { space, name: "あ".repeat(129) } }),
      ).resolves.toMatchObject({ status: 400 });
    },
  );

  fact(
    "hold apps, which can be made in them, moved out and found by space",
    { evidence: documented("official description: spaces"), needs: "system" },
    async () => {
      const client = platform.client();
      const space = await createSpace();
      const { app } = await client.app.addApp({ name: "棚", space });
      await client.app.deployApp({ apps: [{ app }] });
      const { defaultThread } = await client.space.getSpace({ id: space });
      await expect(client.app.getApp({ id: app })).resolves.toMatchObject({
        spaceId: String(space),
        threadId: defaultThread,
      });
      expect((await client.app.getApps({ spaceIds: [space] })).apps.map(({ appId }) => appId)).toEqual([app]);
      await expect(client.space.getSpace({ id: space })).resolves.toMatchObject({ attachedApps: [{ appId: app }] });
      await expect(client.space.deleteSpace({ id: space })).rejects.toMatchObject({ code: "PLATFORM_SPACE_HAS_APPS" });
      await client.app.move({ app, space: null });
      await expect(client.app.getApp({ id: app })).resolves.toMatchObject({ spaceId: null, threadId: null });
      await client.app.move({ app, space });
      await expect(client.app.getApp({ id: app })).resolves.toMatchObject({ spaceId: String(space) });
      await expect(client.app.addApp({ name: "無い", space: 999 })).rejects.toMatchObject({ code: "GAIA_SP01" });
    },
  );
});

describe("guest spaces", () => {
  fact(
    "answer their apps only under their own path",
    { evidence: observed("2026-04", "kintone-emulator notes"), needs: "system" },
    async () => {
      const client = platform.client();
      const space = await createSpace({ isGuest: true });
      const other = await createSpace({ isGuest: true });
      const inside = platform.guestClient(space);
      const { app } = await inside.app.addApp({ name: "共有", space });
      await inside.app.addFormFields({
        app,
        properties: { 題: { type: "SINGLE_LINE_TEXT", code: "題", label: "題" } },
      });
      await inside.app.deployApp({ apps: [{ app }] });
      const { id } = await inside.record.addRecord({ app, record: { 題: { value: "一" } } });
      await expect(inside.record.getRecord({ app, id })).resolves.toMatchObject({ record: { 題: { value: "一" } } });
      await expect(inside.app.getApp({ id: app })).resolves.toMatchObject({ spaceId: String(space) });
      await expect(
        inside.bulkRequest({
          requests: [{ method: "POST", api: `/k/guest/${space}/v1/record.json`, payload: { app } }],
        }),
      ).resolves.toMatchObject({ results: [{ id: "2" }] });
      await expect(client.record.getRecord({ app, id })).rejects.toMatchObject({ code: "GAIA_IL23", status: 400 });
      await expect(client.app.getApp({ id: app })).rejects.toMatchObject({ code: "GAIA_IL23" });
      await expect(platform.guestClient(other).record.getRecord({ app, id })).rejects.toMatchObject({
        code: "CB_NO02",
        status: 403,
      });
      await expect(client.app.getFormFields({ app, preview: true })).rejects.toMatchObject({ code: "GAIA_IL23" });
      expect((await client.app.getApps({})).apps.map(({ appId }) => appId)).not.toContain(app);
    },
  );

  fact(
    "refuse paths of no guest space, people outside, and apps of elsewhere",
    { evidence: documented("official description: spaces"), needs: "system" },
    async () => {
      const client = platform.client();
      const space = await createSpace({ isGuest: true });
      const { app } = await client.app.addApp({ name: "外" });
      await client.app.deployApp({ apps: [{ app }] });
      await expect(platform.guestClient(space).record.getRecords({ app })).rejects.toMatchObject({ code: "CB_NO02" });
      await expect(platform.guestClient(999).record.getRecords({ app })).rejects.toMatchObject({ code: "CB_NO02" });
      await expect(
        platform.call("GET", `/k/guest/${space}/v1/space.json?id=${space}`, { login: "chiba" }),
      ).resolves.toMatchObject({ status: 403, body: { code: "CB_NO02" } });
      await expect(
        platform.call("GET", `/k/guest/${space}/v1/space.json?id=${space}`, { login: "baba" }),
      ).resolves.toMatchObject({ status: 200, body: { isGuest: true, isPrivate: true } });
      await expect(platform.call("POST", "/k/v1/guests.json", { body: { guests: [] } })).resolves.toMatchObject({
        status: 400,
      });
    },
  );
});

describe("figures of the domain", () => {
  fact(
    "tell fields, records and the state of each app, and the members of each space",
    { evidence: documented("official description: spaces"), needs: "system" },
    async () => {
      const client = platform.client();
      const space = await createSpace();
      const { app } = await client.app.addApp({ name: "数える", space });
      const find = async () => (await client.app.getStatistics({})).apps.find((item) => item.id === app);
      await expect(find()).resolves.toMatchObject({
        status: "NOT_ACTIVATED",
        space: { id: String(space), name: "広場" },
      });
      await client.app.deployApp({ apps: [{ app }] });
      await client.record.addRecord({ app, record: {} });
      await expect(find()).resolves.toMatchObject({
        name: "数える",
        status: "ACTIVATED",
        recordCount: "1",
        customized: false,
        storageUsage: "0",
        fieldCount: expect.stringMatching(/^\d+$/u),
      });
      await client.app.updateAppSettings({ app, name: "数え直す" });
      await expect(find()).resolves.toMatchObject({ status: "CHANGED" });
      const { spaces } = await client.space.getStatistics({});
      expect(spaces.find((item) => item.id === String(space))).toMatchObject({
        name: "広場",
        memberCount: "2",
        administratorCount: "1",
        isGuest: false,
      });
      await expect(platform.call("GET", "/k/v1/apps/statistics.json", { login: "aoki" })).resolves.toMatchObject({
        status: 403,
      });
    },
  );
});
