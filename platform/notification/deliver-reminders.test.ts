import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createTestApp, createTestStore, testNow } from "../record/testing/test-app.ts";
import type { Reminder } from "../store/notification-settings.ts";
import type { LiveApp } from "../record/write-scope.ts";
import type { Store } from "../store/store.ts";
import { deliverReminders } from "./deliver-reminders.ts";
import { toDueMoment } from "./due-moment.ts";

const hour = 3_600_000;
const start = testNow.getTime();

let store: Store;

beforeEach(() => {
  store = createTestStore();
});

function remind(change: Partial<Reminder> = {}): Reminder {
  return {
    timing: { code: "期日", daysLater: "-1", time: "09:00" },
    filterCond: "",
    title: "期日の前日です",
    targets: [{ entity: { type: "USER", code: "tantou" }, includeSubs: false }],
    ...change,
  };
}

function createRemindingApp(reminders: readonly Reminder[]): LiveApp {
  const app = createTestApp(store, [
    { code: "期日", type: "DATE" },
    { code: "日時", type: "DATETIME" },
  ]);
  const settings = {
    ...app.settings,
    notifications: { ...app.settings.notifications, reminders, reminderTimezone: "Asia/Tokyo" },
  };
  store.apps.replace(app.id, { live: settings, preview: settings });
  return { id: app.id, settings };
}

function addRecord(app: LiveApp, value: string, code = "期日"): number {
  const field = app.settings.fields.find((each) => each.code === code);
  const id = store.records.nextId(app.id);
  const at = "2026-03-01T00:00:00Z";
  store.transaction(() => {
    store.records.insert({
      appId: app.id,
      id,
      revision: 1,
      values: { [field?.id ?? 0]: value },
      createdAt: at,
      creator: "admin",
      modifiedAt: at,
      modifier: "admin",
      status: null,
      assignees: [],
    });
  });
  return id;
}

function received(login = "tantou"): readonly { recordId: number; createdAt: string }[] {
  return store.inbox.page(login, { filter: "all", before: null, limit: 1000 }).toReversed();
}

/** Any order that is always the same. */
function order(left: object, right: object): number {
  return JSON.stringify(left) < JSON.stringify(right) ? -1 : 1;
}

describe("due reminders", () => {
  it("are delivered once, in every way the clock may go, when it has passed their moments", () => {
    // Days are counted from 2026-04-01; the clock walks about in whole minutes within forty days.
    const days = fc.array(fc.integer({ min: 3, max: 30 }), { minLength: 1, maxLength: 6 });
    const steps = fc.array(fc.integer({ min: -20 * 1440, max: 25 * 1440 }), { maxLength: 12 });
    fc.assert(
      fc.property(days, steps, (offsets, moves) => {
        store = createTestStore();
        const app = createRemindingApp([remind(), remind({ timing: { code: "期日", daysLater: "0", time: "13:30" } })]);
        const due = offsets.flatMap((offset) => {
          const day = new Date(Date.UTC(2026, 3, 1 + offset)).toISOString().slice(0, 10);
          const recordId = addRecord(app, day);
          return app.settings.notifications.reminders.map(({ timing }) => ({
            recordId,
            createdAt: new Date(toDueMoment(timing, day, "Asia/Tokyo") ?? 0).toISOString(),
          }));
        });
        let now = start;
        let furthest = start;
        deliverReminders(store, new Date(now));
        for (const minutes of moves) {
          now = Math.max(start, now + minutes * 60_000);
          furthest = Math.max(furthest, now);
          deliverReminders(store, new Date(now));
          const expected = due.filter(({ createdAt }) => Date.parse(createdAt) <= furthest);
          const got = received().map(({ recordId, createdAt }) => ({ recordId, createdAt }));
          expect(got.toSorted(order)).toEqual(expected.toSorted(order));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("say nothing of moments before the first look", () => {
    const app = createRemindingApp([remind()]);
    addRecord(app, "2026-03-15");
    deliverReminders(store, testNow);
    expect(received()).toEqual([]);
  });

  it("look at the condition at their own moment, in their own time zone", () => {
    const app = createRemindingApp([
      remind({ filterCond: "期日 = TOMORROW()" }),
      remind({ filterCond: "期日 = TODAY()" }),
    ]);
    addRecord(app, "2026-04-10");
    deliverReminders(store, testNow);
    deliverReminders(store, new Date(start + 60 * 24 * hour));
    expect(received().map(({ createdAt }) => createdAt)).toEqual(["2026-04-09T00:00:00.000Z"]);
  });

  it("are passed over when the condition names someone who is gone", () => {
    const app = createRemindingApp([remind({ filterCond: '作成者 in ("nobody")' })]);
    addRecord(app, "2026-04-10");
    deliverReminders(store, testNow);
    expect(() => deliverReminders(store, new Date(start + 60 * 24 * hour))).not.toThrow();
    expect(received()).toEqual([]);
  });

  it("follow a date that was changed before the old moment came", () => {
    const app = createRemindingApp([remind()]);
    const id = addRecord(app, "2026-04-10");
    deliverReminders(store, testNow);
    const record = store.records.find(app.id, id);
    const field = app.settings.fields.find((each) => each.code === "期日");
    if (record && field) {
      store.transaction(() => store.records.update({ ...record, values: { [field.id]: "2026-04-20" } }));
    }
    deliverReminders(store, new Date(start + 60 * 24 * hour));
    expect(received().map(({ createdAt }) => createdAt)).toEqual(["2026-04-19T00:00:00.000Z"]);
  });
});

describe("the moment of a reminder", () => {
  it.each([
    [
      "a day at a time of the zone",
      { code: "f", daysLater: "-1", time: "09:00" },
      "2026-04-10",
      "2026-04-09T00:00:00.000Z",
    ],
    [
      "hours from an instant",
      { code: "f", daysLater: "1", hoursLater: "-3" },
      "2026-04-10T06:00:00Z",
      "2026-04-11T03:00:00.000Z",
    ],
    [
      "the day an instant falls on there",
      { code: "f", daysLater: "0", time: "08:00" },
      "2026-04-10T20:00:00Z",
      "2026-04-10T23:00:00.000Z",
    ],
  ])("is %s", (_, timing, value, expected) => {
    expect(new Date(toDueMoment(timing, value, "Asia/Tokyo") ?? 0).toISOString()).toBe(expected);
  });

  it("keeps the time of day over a change of clocks", () => {
    const timing = { code: "f", daysLater: "0", time: "09:00" };
    expect(toDueMoment(timing, "2026-03-07", "America/New_York")).toBe(Date.parse("2026-03-07T14:00:00Z"));
    expect(toDueMoment(timing, "2026-03-09", "America/New_York")).toBe(Date.parse("2026-03-09T13:00:00Z"));
  });

  it("is none for an empty field, and none for hours from a day", () => {
    expect(toDueMoment({ code: "f", daysLater: "0", time: "09:00" }, "", "Asia/Tokyo")).toBeNull();
    expect(toDueMoment({ code: "f", daysLater: "0", hoursLater: "1" }, "2026-04-01", "Asia/Tokyo")).toBeNull();
  });
});
