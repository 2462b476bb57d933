import { beforeEach, describe, expect, it } from "vitest";
import { insertRecord } from "../../record/insert-record.ts";
import { refusalOf } from "../../record/testing/refusal-of.ts";
import {
  createTestApp,
  createTestScope,
  createTestStore,
  findTestUser,
  testNow,
} from "../../record/testing/test-app.ts";
import { updateRecord } from "../../record/update-record.ts";
import type { LiveApp } from "../../record/write-scope.ts";
import type { Store } from "../../store/store.ts";
import { postRecordComment } from "../record/comment-post.ts";
import { getSpacePeople } from "./space-people.ts";

const guest = "guest/hanako@example.jp";
const other = "guest/jiro@example.jp";
let store: Store;
let app: LiveApp;

beforeEach(() => {
  store = createTestStore();
  for (const [code, name] of [
    ["inside", "内の人"],
    ["outside", "外の人"],
    [guest, "花子"],
    [other, "二郎"],
  ] as const) {
    store.users.add({ code, name, passwordHash: "none" }, testNow);
  }
  store.groups.add({ code: "team", name: "班", description: "" });
  store.groups.add({ code: "board", name: "役員", description: "" });
  store.groups.saveOfUser("inside", ["team", "board"]);
  store.groups.saveOfUser("outside", ["board"]);
  app = createTestApp(store, [
    { code: "人", type: "USER_SELECT", property: { defaultValue: [{ type: "USER", code: "outside" }] } },
    { code: "班", type: "GROUP_SELECT" },
    { code: "表", type: "SUBTABLE", fields: [{ code: "係", type: "USER_SELECT" }] },
  ]);
  const space = store.spaces.add({
    name: "共同",
    isPrivate: true,
    isGuest: true,
    fixedMember: false,
    useMultiThread: false,
    showAnnouncement: true,
    showThreadList: true,
    showAppList: true,
    showMemberList: true,
    showRelatedLinkList: true,
    createApp: "EVERYONE",
    body: "",
    members: [
      { entity: { type: "USER", code: "admin" }, isAdmin: true, includeSubs: false },
      { entity: { type: "GROUP", code: "team" }, isAdmin: false, includeSubs: false },
    ],
    guests: [guest],
    creator: "admin",
    createdAt: testNow.toISOString(),
    modifier: "admin",
    modifiedAt: testNow.toISOString(),
  });
  store.spaces.place(app.id, { spaceId: space.id, threadId: space.defaultThread });
});

const ask = (params: Record<string, unknown>, login = guest): unknown =>
  getSpacePeople.run({
    params: { app: String(app.id), ...params },
    caller: findTestUser(store, login),
    language: "ja",
    preview: false,
    store,
    now: testNow,
  });

function add(sent: Record<string, unknown>, login = guest): void {
  store.transaction(() => insertRecord(createTestScope(store, app, login), sent, "record"));
}

function change(sent: Record<string, unknown>): void {
  const base = store.records.find(app.id, 1);
  if (base === null) {
    throw new Error("no record");
  }
  store.transaction(() => updateRecord(createTestScope(store, app, guest), base, sent, "record"));
}

function comment(code: string): unknown {
  const mentions = [{ code, type: "USER" }];
  return store.transaction(() =>
    postRecordComment.run({
      params: { app: app.id, record: 1, comment: { text: "見て", mentions } },
      caller: findTestUser(store, guest),
      language: "ja",
      preview: false,
      store,
      now: testNow,
    }),
  );
}

describe("whom a guest can choose", () => {
  it("is everyone of the space in which the app stands, and nobody else", () => {
    expect(ask({})).toEqual({
      users: [
        { code: "admin", name: "Administrator" },
        { code: "inside", name: "内の人" },
        { code: guest, name: "花子" },
      ],
      groups: [{ code: "team", name: "班" }],
      organizations: [],
    });
    expect(ask({ group: "board" })).toEqual({
      users: [{ code: "inside", name: "内の人" }],
      groups: [],
      organizations: [],
    });
  });

  it("is told to nobody who does not see the app, and for no app outside of a guest space", () => {
    expect(refusalOf(() => ask({}, other))).toMatchObject({ code: "CB_NO02" });
    app = createTestApp(store, []);
    expect(refusalOf(() => ask({}, "admin"))).toMatchObject({ code: "CB_NO02" });
  });
});

describe("a record that a guest writes", () => {
  it("takes people of the space, and refuses others as if they were not there", () => {
    add({ 人: { value: [{ code: "inside" }, { code: guest }] }, 班: { value: [{ code: "team" }] } });
    expect(refusalOf(() => add({ 人: { value: [{ code: "tantou" }] } }))).toMatchObject({ code: "GAIA_IL26" });
    expect(refusalOf(() => add({ 班: { value: [{ code: "board" }] } }))).toMatchObject({ code: "GAIA_IL27" });
    const rows = [{ value: { 係: { value: [{ code: "tantou" }] } } }];
    expect(refusalOf(() => add({ 表: { value: rows } }))).toMatchObject({ code: "GAIA_IL26" });
  });

  it("keeps whom others put there, and takes the field's own first value", () => {
    add({ 人: { value: [{ code: "tantou" }] } }, "admin");
    change({ 人: { value: [{ code: "tantou" }, { code: "inside" }] } });
    expect(refusalOf(() => change({ 人: { value: [{ code: other }] } }))).toMatchObject({ code: "GAIA_IL26" });
    add({ 人: { value: [{ code: "outside" }] } });
  });

  it("is commented for people of the space only", () => {
    add({}, "admin");
    expect(comment("inside")).toEqual({ id: "1" });
    expect(refusalOf(() => comment("outside"))).toMatchObject({ code: "GAIA_IL26" });
    expect(refusalOf(() => comment("nobody"))).toMatchObject({ code: "GAIA_IL26" });
  });
});
