import { afterEach, describe, expect, it } from "vitest";
import type { StoredField } from "../../../store/app-settings.ts";
import type { Bootstrap, PageType } from "../../bootstrap.ts";
import { offEvent, onEvent } from "../kintone/event-bus.ts";
import { pageState } from "../kintone/page-state.ts";
import { readRestRecord } from "../record/read-rest-record.ts";
import { fireListShow, publishList } from "./fire-list-show.ts";
import type { ListView } from "./list-view.ts";

const fields: StoredField[] = [
  { id: 1, code: "name", type: "SINGLE_LINE_TEXT", property: {} },
  { id: 2, code: "day", type: "DATE", property: {} },
  { id: 3, code: "kind", type: "DROP_DOWN", property: {} },
];
const records = ["2026-04-01", "2026-04-01", null].map((day, index) =>
  readRestRecord(fields, {
    $id: { value: String(index + 1) },
    $revision: { value: "1" },
    name: { value: "" },
    day: { value: day },
    kind: { value: null },
  }),
);
const query = {
  condition: 'name = ""',
  query: 'name = "" limit 20 offset 40',
  sort: [],
  offset: 40,
  size: 20,
  month: "2026-11",
};
const snapshot = { answer: {}, rights: new Map(), records, total: 43, query };
const listView: ListView = {
  id: "1001",
  name: "一覧",
  type: "LIST",
  fields: ["name"],
  html: "",
  date: "",
  dateType: "",
  title: "",
  pager: true,
  filterCond: "",
  sort: "",
};

async function fire(view: ListView, page: PageType = "APP_INDEX"): Promise<unknown> {
  let heard: unknown;
  onEvent(["app.record.index.show", "mobile.app.record.index.show"], (event: unknown) => {
    heard = event;
  });
  const shown = { bootstrap: toBootstrap(page), view, snapshot, fieldElements: () => [] };
  publishList(shown);
  await fireListShow(shown);
  return heard;
}

function toBootstrap(page: PageType): Bootstrap {
  const general = { name: "app", theme: "WHITE" };
  return JSON.parse(JSON.stringify({ page, language: "ja", app: { id: 7, settings: { general, fields } } }));
}

afterEach(() => {
  offEvent();
});

describe("index.show", () => {
  it("has kintone's keys for a list, with the number of records that are shown", async () => {
    const event = await fire(listView);
    expect(event).toEqual({
      type: "app.record.index.show",
      appId: 7,
      viewId: 1001,
      viewName: "一覧",
      viewType: "list",
      records: expect.any(Array),
      offset: 40,
      size: 3,
      date: null,
    });
  });

  it("carries saved values: an empty day is null, an empty choice is an empty text", async () => {
    expect(await fire(listView)).toMatchObject({
      records: [
        {},
        {},
        {
          $id: { type: "__ID__", value: "3" },
          name: { type: "SINGLE_LINE_TEXT", value: "" },
          day: { type: "DATE", value: null },
          kind: { type: "DROP_DOWN", value: "" },
        },
      ],
    });
  });

  it("gives a custom view without a pager no records", async () => {
    expect(await fire({ ...listView, type: "CUSTOM", pager: false })).toMatchObject({
      viewType: "custom",
      records: [],
      offset: 0,
      size: 0,
      date: null,
    });
  });

  it("groups a calendar's records by day and names the month", async () => {
    expect(await fire({ ...listView, type: "CALENDAR", date: "day" })).toMatchObject({
      viewType: "calendar",
      records: { "2026-04-01": [{ $id: { value: "1" } }, { $id: { value: "2" } }] },
      offset: null,
      size: null,
      date: "2026-11",
    });
  });

  it("has a name of its own on phones", async () => {
    expect(await fire(listView, "APP_INDEX_MOBILE")).toMatchObject({ type: "mobile.app.record.index.show" });
  });

  it("lets kintone.app read the query that is shown", async () => {
    await fire(listView);
    expect(pageState.list).toMatchObject({ query: query.query, queryCondition: query.condition, viewId: 1001 });
  });
});
