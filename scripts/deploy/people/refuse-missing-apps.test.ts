import { describe, expect, it } from "vitest";
import { refuseMissingApps } from "./refuse-missing-apps.ts";

describe("refuseMissingApps", () => {
  const found = new Map([
    ["dept", { id: "4" }],
    ["kpi", { id: "9" }],
  ] as const);

  it("names every app that the environment has and the domain has not", () => {
    const environment = { name: "honban", apps: { dept: "4", kpi: "5", action: "6" } };
    expect(() => refuseMissingApps(environment, found)).toThrow("kpi(5)、action(6)");
  });

  it("is content with apps that are where the environment says", () => {
    expect(() => refuseMissingApps({ name: "honban", apps: { dept: "4" } }, found)).not.toThrow();
  });
});
