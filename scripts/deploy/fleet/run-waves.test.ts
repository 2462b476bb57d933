import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Verdict } from "./run-waves.ts";
import { runWaves } from "./run-waves.ts";

type Run = { readonly served: string[]; readonly most: number };

async function run(
  waves: readonly (readonly string[])[],
  verdicts: Readonly<Record<string, Verdict>>,
  limits: { parallel?: number; stopAfter?: number; stopAt?: string } = {},
): Promise<Run> {
  const served: string[] = [];
  let [working, most] = [0, 0];
  const { parallel = 2, stopAfter = 1, stopAt } = limits;
  const isStopping = (): boolean => stopAt !== undefined && served.includes(stopAt);
  await runWaves(waves, { parallel, stopAfter, isStopping }, async (town) => {
    served.push(town);
    working += 1;
    most = Math.max(most, working);
    await turn();
    working -= 1;
    return verdicts[town] ?? "done";
  });
  return { served, most };
}

describe("runWaves", () => {
  it("serves the canary alone, then wave after wave, never more at once than allowed", async () => {
    const { served, most } = await run([["a"], ["b", "c", "d"], ["e"]], {}, { parallel: 2 });
    expect([served, most]).toEqual([["a", "b", "c", "d", "e"], 2]);
  });

  it("goes on beside a failure until there are as many as are allowed, and begins no further one then", async () => {
    const towns = ["b", "c", "d", "e", "f"];
    const once = await run([["a"], towns], { b: "failed" }, { parallel: 1, stopAfter: 2 });
    expect(once.served).toEqual(["a", ...towns]);
    const twice = await run([["a"], towns, ["g"]], { b: "failed", d: "failed" }, { parallel: 1, stopAfter: 2 });
    expect(twice.served).toEqual(["a", "b", "c", "d"]);
  });

  it.each(["failed", "waiting", "interrupted"] as const)(
    "begins no further wave after a canary that is %s",
    async (verdict) => {
      expect((await run([["a", "b"], ["c"]], { a: verdict }, { stopAfter: 9 })).served).toEqual(["a", "b"]);
    },
  );

  it("goes past a later wave in which one waits for a consent", async () => {
    expect((await run([["a"], ["b"], ["c"]], { b: "waiting" })).served).toEqual(["a", "b", "c"]);
  });

  it("begins none after it was asked to stop, and takes a canary of an earlier run as done", async () => {
    expect((await run([[], ["b", "c"], ["d"]], {}, { parallel: 1, stopAt: "b" })).served).toEqual(["b"]);
    expect((await run([[], ["b"], ["d"]], { b: "waiting" })).served).toEqual(["b", "d"]);
  });
});
