import { describe, expect, it } from "vitest";
import { createGate } from "./gate.ts";

describe("createGate", () => {
  it("lets what runs alone wait for the others, and the others for it", async () => {
    const gate = createGate();
    const steps: string[] = [];
    let finish = (): void => {
      steps.push("never");
    };
    const slow = gate.pass(async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      steps.push("slow");
    });
    const restore = gate.pass(async () => gate.alone(() => steps.push("alone")));
    const late = gate.pass(async () => steps.push("late"));
    finish();
    await Promise.all([slow, restore, late]);
    expect(steps).toEqual(["slow", "alone", "late"]);
  });

  it("gives up when a call does not end, and opens again", async () => {
    const gate = createGate(20);
    let finish: () => void = Date.now;
    const stuck = gate.pass(
      async () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    await expect(gate.pass(async () => gate.alone(() => 1))).rejects.toMatchObject({ code: "PLATFORM_BUSY" });
    expect(await gate.pass(async () => "open")).toBe("open");
    finish();
    await stuck;
  });
});
