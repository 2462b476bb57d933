import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFleetJournal } from "./fleet-journal.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-fleet-journal-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const declared = new Map([
  ["goka", "1"],
  ["sakai", "2"],
]);
const open = (suite = "a".repeat(64), towns = declared) => openFleetJournal(folder, { fleet: "ken", suite }, towns);
const finished = (journal: ReturnType<typeof open>): string[] =>
  [...declared.keys()].filter((town) => journal.isFinished(town));

describe("openFleetJournal", () => {
  it("remembers who is done with this suite and these words, and nobody else", () => {
    open().note({ town: "goka", declared: "1", outcome: "done" });
    open().note({ town: "sakai", declared: "2", outcome: "failed" });
    expect(finished(open())).toEqual(["goka"]);
    expect(finished(open("b".repeat(64)))).toEqual([]);
    expect(finished(open("a".repeat(64), new Map([...declared, ["goka", "other"]])))).toEqual([]);
  });

  it("looks at all again once all were done", () => {
    open().note({ town: "goka", declared: "1", outcome: "done" });
    open().note({ town: "sakai", declared: "2", outcome: "done" });
    expect(finished(open())).toEqual([]);
    expect(finished(open())).toEqual([]);
  });

  it("takes a line that a kill cut short as not written", () => {
    open().note({ town: "goka", declared: "1", outcome: "done" });
    const [file = ""] = readdirSync(join(folder, "fleets", "ken"));
    appendFileSync(join(folder, "fleets", "ken", file), '{"type":"town","town":"sak');
    const next = open();
    expect(finished(next)).toEqual(["goka"]);
    next.note({ town: "sakai", declared: "2", outcome: "failed" });
    next.note({ town: "goka", declared: "1", outcome: "failed" });
    expect(finished(open())).toEqual([]);
  });
});
