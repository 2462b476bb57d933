import { describe, expect, it } from "vitest";
import { formatStartDay, parseStartDay } from "./start-day.ts";

const fields = [
  { id: 1, code: "期限", type: "DATE", property: {} },
  { id: 2, code: "日時", type: "DATETIME", property: {} },
  { id: 3, code: "名前", type: "SINGLE_LINE_TEXT", property: {} },
];
const clock = { now: new Date("2026-11-22T00:15:30Z"), timezone: "Asia/Tokyo" };
const read = (code: string, day: string) => parseStartDay(`?${formatStartDay(code, day)}`, fields, clock);

describe("a day of a calendar on which a record begins", () => {
  it("comes back from the address as the day, or as that day at the present time", () => {
    expect(read("期限", "2026-12-01")).toEqual({ code: "期限", value: "2026-12-01" });
    expect(read("日時", "2026-12-01")).toEqual({ code: "日時", value: "2026-12-01T00:15:00Z" });
  });

  it("is nothing for other fields, other texts and addresses without it", () => {
    expect(read("名前", "2026-12-01")).toBeNull();
    expect(read("ない", "2026-12-01")).toBeNull();
    expect(read("期限", "2026-13-01")).toBeNull();
    expect(parseStartDay("", fields, clock)).toBeNull();
  });
});
