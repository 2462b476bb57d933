// @vitest-environment happy-dom
import { runInThisContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { buildStagingRibbon } from "../scripts/deploy/overlay/staging-ribbon.ts";

beforeEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = "ja";
});

/** As a page loads it: a classic script. */
function load(label: string): void {
  runInThisContext(buildStagingRibbon(label));
}

describe("buildStagingRibbon", () => {
  it("marks the page once, as a landmark with the environment's label, above everything and in nobody's way", () => {
    load("五霞町");
    load("五霞町");
    const ribbons = [...document.querySelectorAll<HTMLElement>("#machi-dx-ribbon")];
    expect(ribbons.map((each) => [each.tagName, each.ariaLabel ?? each.getAttribute("aria-label")])).toEqual([
      ["ASIDE", "検証環境"],
    ]);
    expect(ribbons[0]?.textContent).toBe("検証環境 五霞町");
    for (const part of ribbons[0]?.querySelectorAll<HTMLElement>("div") ?? []) {
      expect([part.style.position, part.style.pointerEvents]).toEqual(["fixed", "none"]);
    }
  });

  it("does not say 検証環境 twice and speaks English to English readers", () => {
    load("検証環境(五霞町)");
    expect(document.body.textContent).toBe("検証環境(五霞町)");
    document.body.replaceChildren();
    document.documentElement.lang = "en";
    load("Goka");
    expect(document.body.textContent).toBe("Test environment Goka");
  });

  it("shows a label as text, whatever it holds", () => {
    load(`"</script><img src=x onerror=alert(1)>\u2028`);
    expect(document.querySelector("img")).toBeNull();
    expect(buildStagingRibbon("</script>\u2028")).not.toMatch(/<\/script|\u2028/u);
  });
});
