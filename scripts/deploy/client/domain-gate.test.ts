import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createDomainGate } from "./domain-gate.ts";

const headers = (limit: number, running: number): Headers =>
  new Headers({ "X-ConcurrencyLimit-Limit": String(limit), "X-ConcurrencyLimit-Running": String(running) });

/** How many of many calls are let through before any ends. */
async function countLetThrough(gate: ReturnType<typeof createDomainGate>): Promise<number> {
  let running = 0;
  const ends: (() => void)[] = [];
  let isOver = false;
  const calls = Array.from({ length: 80 }, () =>
    gate.pass(async () => {
      running += 1;
      await (isOver
        ? undefined
        : new Promise<void>((settle) => {
            ends.push(settle);
          }));
    }),
  );
  await turn();
  const through = running;
  isOver = true;
  ends.forEach((end) => end());
  await Promise.all(calls);
  return through;
}

describe("createDomainGate", () => {
  it("lets half of kintone's usual hundred calls through at once, and all in the end", async () => {
    expect(await countLetThrough(createDomainGate())).toBe(50);
  });

  it("takes less where the domain takes less, and where others are at work", async () => {
    const gate = createDomainGate();
    gate.learn(headers(20, 0));
    expect(await countLetThrough(gate)).toBe(10);
    gate.learn(headers(100, 70));
    expect(await countLetThrough(gate)).toBe(20);
    gate.learn(headers(100, 100));
    expect(await countLetThrough(gate)).toBe(1);
    gate.learn(new Headers());
    expect(await countLetThrough(gate)).toBe(1);
  });

  it("goes on after a call that failed", async () => {
    const gate = createDomainGate();
    gate.learn(headers(2, 0));
    await expect(gate.pass(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await gate.pass(() => Promise.resolve("yes"))).toBe("yes");
  });
});
