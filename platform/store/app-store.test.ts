import { describe, expect, it } from "vitest";
import { createTestApp, createTestStore } from "../record/testing/test-app.ts";
import { createStore } from "./store.ts";

describe("settings that an older version stored", () => {
  it("get the sections that came later empty, and stay one object for one stored text", () => {
    const store = createTestStore();
    const { id } = createTestApp(store, [{ code: "名", type: "SINGLE_LINE_TEXT" }]);
    const live = store.apps.find(id)?.live;
    const { reports: _reports, actions: _actions, adminNotes: _notes, notifications: _told, ...older } = live ?? {};
    store.db.run("UPDATE apps SET live = ? WHERE id = ?", JSON.stringify(older), id);
    // A store that has read nothing yet.
    const fresh = createStore(store.db);
    expect(fresh.apps.find(id)?.live).toMatchObject({
      reports: [],
      actions: [],
      adminNotes: { content: "" },
      notifications: expect.anything(),
    });
    expect(fresh.apps.find(id)?.live).toBe(fresh.apps.find(id)?.live);
  });
});
