import { expect } from "vitest";
import type { Case, Course } from "./course.ts";

const mail = "hanako@example.jp";
const me = { entity: { type: "USER" as const, code: "admin" }, isAdmin: true };

/** Spaces, their threads and guests; then what the course made is taken away. */
export function createSpaceCases(course: Course): readonly Case[] {
  const { keep, take, keepOf, app, guestClient } = course;
  return [
    [
      "space.addSpaceFromTemplate",
      async () => {
        const guest = await course.client.space.addSpaceFromTemplate({
          id: 1,
          name: "共同",
          members: [me],
          isGuest: true,
        });
        keep("guest space", guest.id);
        return keepOf("space", course.client.space.addSpaceFromTemplate({ id: 1, name: "広場", members: [me] }), "id");
      },
      { id: expect.any(String) },
    ],
    ["space.updateSpace", () => course.client.space.updateSpace({ id: take("space"), name: "新しい広場" }), {}],
    [
      "space.updateSpaceBody",
      () => course.client.space.updateSpaceBody({ id: take("space"), body: "<b>案内</b>" }),
      {},
    ],
    [
      "space.getSpace",
      async () => {
        const space = await course.client.space.getSpace({ id: take("space") });
        keep("thread", space.defaultThread);
        return space;
      },
      { name: "新しい広場", body: "<b>案内</b>" },
    ],
    [
      "space.updateSpaceMembers",
      () =>
        course.client.space.updateSpaceMembers({
          id: take("space"),
          members: [me, { entity: { type: "USER", code: "aoki" } }],
        }),
      {},
    ],
    [
      "space.getSpaceMembers",
      () => course.client.space.getSpaceMembers({ id: take("space") }),
      { members: [{ entity: { code: "admin" } }, { entity: { code: "aoki" } }] },
    ],
    [
      "space.addThread",
      async () => keepOf("thread", course.client.space.addThread({ space: take("space"), name: "相談" }), "id"),
      {},
    ],
    ["space.updateThread", () => course.client.space.updateThread({ id: take("thread"), body: "<p>話す</p>" }), {}],
    [
      "space.addThreadComment",
      () =>
        course.client.space.addThreadComment({
          space: take("space"),
          thread: take("thread"),
          comment: { text: "はい" },
        }),
      { id: expect.any(String) },
    ],
    ["app.move", () => course.client.app.move({ app: app(), space: take("space") }), {}],
    [
      "space.getStatistics",
      () => course.client.space.getStatistics({}),
      { spaces: [{ name: "共同", isGuest: true }, { memberCount: "2" }] },
    ],
    [
      "space.addGuests",
      () =>
        course.client.space.addGuests({
          guests: [{ code: mail, name: "花子", password: "secret-1", timezone: "Asia/Tokyo", locale: "ja" }],
        }),
      {},
    ],
    [
      "space.updateSpaceGuests",
      () => guestClient().space.updateSpaceGuests({ id: take("guest space"), guests: [mail] }),
      {},
    ],
    ["space.deleteGuests", () => course.client.space.deleteGuests({ guests: [mail] }), {}],
    [
      "space.deleteSpace",
      async () => {
        await course.client.app.move({ app: app(), space: null });
        return course.client.space.deleteSpace({ id: take("space") });
      },
      {},
    ],
    ["plugin.uninstallPlugin", () => course.client.plugin.uninstallPlugin({ id: take("plugin") }), {}],
  ];
}
