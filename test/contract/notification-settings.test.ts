import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { deployNotifications, field, group, startNotifiedApp, user } from "./notifications/notified-app.ts";
import { documented, guess } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let admin: KintoneRestAPIClient;
let tantou: KintoneRestAPIClient;
let app: string;

beforeAll(async () => {
  ({ platform, app } = await startNotifiedApp());
  admin = platform.client();
  tantou = platform.client("tantou");
});

afterAll(async () => {
  await platform.close();
});

const deploy = async (settings: Parameters<typeof deployNotifications>[1]): Promise<void> =>
  deployNotifications(app, settings);

describe("notification settings through the official client", () => {
  // Evidence: help 040565, the initial settings.
  fact(
    "start with comments for creator, modifier and earlier commenters",
    { evidence: documented("help 040565"), needs: "people" },
    async () => {
      const fresh = await admin.app.addApp({ name: "新しい" });
      const off = {
        includeSubs: false,
        recordAdded: false,
        recordEdited: false,
        statusChanged: false,
        fileImported: false,
      };
      expect(await admin.app.getGeneralNotifications({ app: fresh.app, preview: true })).toEqual({
        notifications: [
          { entity: field("作成者"), commentAdded: true, ...off },
          { entity: field("更新者"), commentAdded: true, ...off },
        ],
        notifyToCommenter: true,
        revision: fresh.revision,
      });
      expect(await admin.app.getReminderNotifications({ app: fresh.app, preview: true })).toEqual({
        notifications: [],
        timezone: null,
        revision: fresh.revision,
      });
    },
  );

  // Evidence: REST description, shapes of the three settings.
  fact(
    "answer what was set, with the defaults filled in, and are live only after the deploy",
    { evidence: documented("official description: notifications"), needs: "people" },
    async () => {
      await deploy({});
      await admin.app.updateGeneralNotifications({
        app,
        notifications: [
          { entity: user("tantou"), recordAdded: true, includeSubs: true },
          { entity: { type: "ORGANIZATION", code: "bu" }, includeSubs: true, statusChanged: true },
          { entity: field("課"), includeSubs: true },
        ],
      });
      await admin.app.updatePerRecordNotifications({
        app,
        notifications: [{ filterCond: "額 >= 100", targets: [{ entity: group }] }],
      });
      await admin.app.updateReminderNotifications({
        app,
        notifications: [
          {
            timing: { code: "期日", daysLater: -10_000, time: "09:00" },
            title: "前",
            targets: [{ entity: field("担当") }],
          },
          { timing: { code: "日時", daysLater: "1", hoursLater: "-2" }, filterCond: "", targets: [] },
        ],
      });
      const preview = await admin.app.getGeneralNotifications({ app, preview: true });
      expect(preview.notifyToCommenter).toBe(false);
      expect(preview.notifications).toMatchObject([
        { entity: user("tantou"), includeSubs: false, recordAdded: true, recordEdited: false, fileImported: false },
        { includeSubs: true, statusChanged: true, recordAdded: false },
        { entity: field("課"), includeSubs: true },
      ]);
      expect((await admin.app.getPerRecordNotifications({ app, preview: true })).notifications).toEqual([
        { filterCond: "額 >= 100", title: "", targets: [{ entity: group, includeSubs: false }] },
      ]);
      expect(await admin.app.getReminderNotifications({ app, preview: true })).toMatchObject({
        timezone: "Asia/Tokyo",
        notifications: [
          {
            timing: { code: "期日", daysLater: "-10000", time: "09:00" },
            filterCond: "",
            title: "前",
            targets: [{ entity: field("担当"), includeSubs: false }],
          },
          { timing: { code: "日時", daysLater: "1", hoursLater: "-2" }, targets: [] },
        ],
      });
      expect((await admin.app.getGeneralNotifications({ app })).notifications).toEqual([]);
      await admin.app.deployApp({ apps: [{ app }] });
      expect((await admin.app.getGeneralNotifications({ app })).notifications).toHaveLength(3);
      expect((await admin.app.getPerRecordNotifications({ app, lang: "ja" })).notifications).toHaveLength(1);
      expect((await admin.app.getReminderNotifications({ app })).notifications).toHaveLength(2);
    },
  );

  const target = { entity: { type: "USER", code: "tantou" } };
  const timing = { code: "期日", daysLater: "1", time: "09:00" };

  // Evidence: REST description (required parameters, ten-minute steps, ±10,000, title ≤ 100); texts as for other settings.
  fact.each([
    [
      "an entity of no kind",
      "general",
      { notifications: [{ entity: { type: "X", code: "a" } }] },
      "CB_VA01",
      "notifications[0].entity.type",
    ],
    ["no entity", "general", { notifications: [{}] }, "CB_VA01", "notifications[0].entity"],
    ["a user who is not there", "general", { notifications: [{ entity: user("nobody") }] }, "GAIA_IL26", null],
    ["a field that is not there", "general", { notifications: [{ entity: field("ない") }] }, "GAIA_FC01", null],
    [
      "a field that names nobody",
      "general",
      { notifications: [{ entity: field("額") }] },
      "CB_VA01",
      "notifications[0].entity.code",
    ],
    [
      "a flag that is none",
      "general",
      { notifications: [{ ...target, recordAdded: "x" }] },
      "CB_VA01",
      "notifications[0].recordAdded",
    ],
    ["no list", "perRecord", {}, "CB_VA01", "notifications"],
    ["no condition", "perRecord", { notifications: [{ targets: [] }] }, "CB_VA01", "notifications[0].filterCond"],
    ["no targets", "perRecord", { notifications: [{ filterCond: "" }] }, "CB_VA01", "notifications[0].targets"],
    [
      "an unreadable condition",
      "perRecord",
      { notifications: [{ filterCond: "額 >", targets: [] }] },
      "CB_VA01",
      "notifications[0].filterCond",
    ],
    [
      "an unknown field in a condition",
      "perRecord",
      { notifications: [{ filterCond: "ない = 1", targets: [] }] },
      "GAIA_IQ11",
      null,
    ],
    [
      "a long title",
      "perRecord",
      { notifications: [{ filterCond: "", title: "あ".repeat(101), targets: [] }] },
      "CB_VA01",
      "notifications[0].title",
    ],
    ["no timing", "reminder", { notifications: [{ targets: [target] }] }, "CB_VA01", "notifications[0].timing"],
    [
      "minutes outside the steps",
      "reminder",
      { notifications: [{ timing: { ...timing, time: "09:05" }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.time",
    ],
    [
      "too many days",
      "reminder",
      { notifications: [{ timing: { ...timing, daysLater: 10_001 }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.daysLater",
    ],
    [
      "too few days",
      "reminder",
      { notifications: [{ timing: { ...timing, daysLater: -10_001 }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.daysLater",
    ],
    [
      "hours from a day",
      "reminder",
      { notifications: [{ timing: { code: "期日", daysLater: 1, hoursLater: 1 }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.hoursLater",
    ],
    [
      "a field without a date",
      "reminder",
      { notifications: [{ timing: { ...timing, code: "額" }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.code",
    ],
    [
      "an unknown field",
      "reminder",
      { notifications: [{ timing: { ...timing, code: "ない" }, targets: [] }] },
      "GAIA_FC01",
      null,
    ],
    ["an unknown time zone", "reminder", { timezone: "Asia/Nowhere" }, "CB_VA01", "timezone"],
  ])(
    "refuse %s",
    { evidence: documented("official description: notifications"), needs: "people" },
    async (...[, kind, settings, code, path]) => {
      const address = `/k/v1/preview/app/notifications/${kind}.json`;
      const { status, body } = await platform.call("PUT", address, { body: { app, ...settings } });
      expect([status, body]).toMatchObject([400, { code, ...(path !== null && { errors: { [path]: {} } }) }]);
    },
  );

  fact(
    "are neither read nor written by those who do not manage the app, nor with an old revision",
    { evidence: documented("official description: notifications"), needs: "people" },
    async () => {
      await expect(tantou.app.getGeneralNotifications({ app })).rejects.toMatchObject({ code: "CB_NO02" });
      await expect(tantou.app.updateGeneralNotifications({ app })).rejects.toMatchObject({ code: "CB_NO02" });
      await expect(admin.app.updateGeneralNotifications({ app, revision: 1 })).rejects.toMatchObject({
        code: "GAIA_CO02",
      });
    },
  );

  fact(
    "follow renamed fields and let go of deleted ones",
    { evidence: guess("settings follow a new field code"), needs: "people" },
    async () => {
      const { app: other } = await admin.app.addApp({ name: "改名" });
      const property = { type: "USER_SELECT" as const, code: "人", label: "人" };
      await admin.app.addFormFields({ app: other, properties: { 人: property } });
      await admin.app.updateGeneralNotifications({
        app: other,
        notifications: [{ entity: field("人"), recordAdded: true }],
      });
      await admin.app.updateFormFields({ app: other, properties: { 人: { ...property, code: "担当者" } } });
      const read = async () => (await admin.app.getGeneralNotifications({ app: other, preview: true })).notifications;
      expect(await read()).toMatchObject([{ entity: field("担当者"), recordAdded: true }]);
      await admin.app.deleteFormFields({ app: other, fields: ["担当者"] });
      expect(await read()).toEqual([]);
    },
  );
});
