import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlatformError } from "../../platform-error.ts";
import { createTestApp, createTestStore } from "../../record/testing/test-app.ts";
import { checkDeploy } from "./check-deploy.ts";

/** Any UTF-16 unit, halves of pairs among them; fast-check's own full range takes a second to set up. */
const anySign = fc.nat({ max: 0xff_ff }).map((unit) => String.fromCodePoint(unit));

const store = createTestStore();

/** How a deploy of an app with this formula ends. */
function outcomeOf(expression: string, type: string): string {
  const { id } = createTestApp(store, [
    { code: "n", type: "NUMBER" },
    { code: "x", type, property: { expression } },
  ]);
  const app = store.apps.find(id);
  try {
    checkDeploy(store, app === null ? [] : [app]);
    return "live";
  } catch (error) {
    return error instanceof PlatformError ? error.code : String(error);
  }
}

describe("checkDeploy", () => {
  it("answers any formula with GAIA_IL01 or lets it go live", () => {
    const pieces = fc.constantFrom(
      "n",
      "x",
      "1",
      '"a"',
      "(",
      ")",
      ",",
      "+",
      "^",
      "&",
      "=",
      "SUM(",
      "IF(",
      "＋",
      "==",
      "ab",
      ".",
    );
    const formula = fc.oneof(
      fc.string({ unit: anySign, maxLength: 30 }),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(formula, fc.constantFrom("CALC", "SINGLE_LINE_TEXT"), (expression, type) => {
        expect(["live", "GAIA_IL01"]).toContain(outcomeOf(expression, type));
      }),
      { numRuns: 150 },
    );
  });
});
