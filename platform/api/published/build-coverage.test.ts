import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Operation } from "../operation.ts";
import { operations } from "../routes.ts";
import { buildCoverage } from "./build-coverage.ts";

const page = resolve(import.meta.dirname, "../../../docs/kintone/coverage.md");
const views: Operation = { method: "GET", path: "/k/v1/app/views.json", reach: "both", right: "user", run: () => ({}) };

describe("the coverage page", () => {
  it("is current (node --import tsx platform/api/published/write-coverage.ts)", () => {
    expect(readFileSync(page, "utf8")).toBe(buildCoverage(operations));
  });

  it("tells answered from missing operations, on both paths", () => {
    const text = buildCoverage([views]);
    expect(text).toContain("| GET | `/k/v1/app/views.json` | implemented |");
    expect(text).toContain("| GET | `/k/v1/preview/app/views.json` | implemented |");
    expect(text).toContain("| PUT | `/k/v1/preview/app/views.json` | **not yet** (501) |");
    expect(text).toContain("| POST | `/k/v1/file.json` | implemented |");
  });

  it("lists what kintone does not publish apart", () => {
    const text = buildCoverage([{ ...views, path: "/k/platform/own.json", reach: "live" }]);
    expect(text.split("## Beside")[1]).toContain("- `GET /k/platform/own.json`");
  });
});
