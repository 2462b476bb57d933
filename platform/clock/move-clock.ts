import * as v from "valibot";
import { PlatformError } from "../platform-error.ts";
import { parseToolInput } from "../tool/parse-tool-input.ts";
import type { Clock } from "./clock.ts";

/** Dates of four digits: what the API writes and what SQLite compares as text. */
const earliest = Date.UTC(1000, 0, 1);
const latest = Date.UTC(9999, 11, 31);

const moveSchema = v.strictObject({
  now: v.optional(v.nullable(v.pipe(v.string(), v.isoTimestamp()))),
  offsetMs: v.optional(v.nullable(v.pipe(v.number(), v.integer()))),
});

/** `POST /k/platform/clock.json`: `{now}`, `{offsetMs}`, or nothing for the real time again. */
export function moveClock(clock: Clock, body: unknown): ReturnType<typeof describeClock> {
  if (!clock.movable) {
    throw new PlatformError("PLATFORM_CLOCK_FIXED");
  }
  const { now, offsetMs } = parseToolInput(moveSchema, body ?? {});
  const real = clock.now().getTime() - clock.offsetMs();
  const wanted = now === undefined || now === null ? real + (offsetMs ?? 0) : Date.parse(now);
  // Written so that a time that is none is refused too.
  if (!(wanted >= earliest && wanted <= latest)) {
    throw new PlatformError("CB_IL02");
  }
  clock.setOffset(wanted - real);
  return describeClock(clock);
}

/** What the clock shows and whether it can be moved. */
export function describeClock(clock: Clock): { now: string; offsetMs: number; movable: boolean } {
  return { now: clock.now().toISOString(), offsetMs: clock.offsetMs(), movable: clock.movable };
}
