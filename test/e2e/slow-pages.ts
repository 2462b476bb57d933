import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright-core";

/** How many times slower than this machine pages run, and how long at most each of their requests waits. */
const slow = {
  throttling: readNumber("MACHI_DX_E2E_SLOW", 1),
  delayMs: readNumber("MACHI_DX_E2E_DELAY", 0),
  seed: readNumber("MACHI_DX_E2E_SEED", 1),
};

const draw = createDraw(slow.seed);

/** Slows the pages of a context as the environment asks, so that a test that does not wait for what it needs fails here. */
export async function slowPages(context: BrowserContext): Promise<void> {
  if (slow.delayMs > 0) {
    await context.route("**/*", async (route) => {
      await sleep(draw() * slow.delayMs);
      // The page may be closed by now.
      await route.continue().catch(() => {});
    });
  }
  if (slow.throttling > 1) {
    // A tab that the page opens itself may run some moments before it is slowed.
    context.on("page", (page) => void throttle(page).catch(() => {}));
  }
}

async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slow.throttling });
}

function readNumber(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isFinite(value)) {
    throw new TypeError(`${name} is no number`);
  }
  return value;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function createDraw(seed: number): () => number {
  let state = Math.trunc(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
