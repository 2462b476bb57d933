import { describe, expect, it } from "vitest";
import { formatRecordHash, listAddress, parseRecordHash, parseRecordQuery } from "./record-location.ts";

describe("the address of a record", () => {
  it("names record, mode and the list one came from", () => {
    expect(parseRecordHash("#record=12&mode=edit&l.view=20&l.q=a%20%3D%20%22b%22")).toEqual({
      record: 12,
      edit: true,
      listView: "20",
      listQuery: 'a = "b"',
      listSort: null,
    });
  });

  it.each(["", "#", "#record=", "#record=x", "#record=-1", "#record=1.5"])("names no record in %j", (hash) => {
    expect(parseRecordHash(hash).record).toBeNull();
  });

  it("opens and closes the editor and keeps what else is in it", () => {
    const hash = "#record=12&l.view=20&own=1";
    const editing = formatRecordHash(hash, { edit: true });
    expect(parseRecordHash(editing)).toMatchObject({ record: 12, edit: true, listView: "20" });
    expect(editing).toContain("own=1");
    expect(formatRecordHash(editing, { edit: false })).toBe(hash);
  });

  it("leads back to the list as it was", () => {
    expect(listAddress("/k/2/", parseRecordHash("#record=1"))).toBe("/k/2/");
    expect(listAddress("/k/2/", parseRecordHash("#record=1&l.view=20&l.q=a"))).toBe("/k/2/?view=20&q=a");
    expect(listAddress("/k/2/", parseRecordHash("#record=1&l.sort=a%20asc"))).toBe("/k/2/?sort=a+asc");
  });

  it("is in the query on phones", () => {
    expect([parseRecordQuery("?record=7&x=1"), parseRecordQuery("")]).toEqual([7, null]);
  });
});
