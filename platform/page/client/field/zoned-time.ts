/** A wall clock reading: `YYYY-MM-DD` and `HH:MM`, both `""` when there is no instant. */
export type WallClock = { readonly date: string; readonly time: string };

/** What a clock in the time zone shows at an instant (`2026-04-01T00:00:00Z`). */
export function toWallClock(instant: string, timeZone: string): WallClock {
  const at = new Date(instant);
  if (instant === "" || Number.isNaN(at.getTime())) {
    return { date: "", time: "" };
  }
  const parts = new Map(
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? "";
  return { date: `${part("year")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}` };
}

/** The instant at which a clock in the time zone shows the reading; `""` without a date. */
export function fromWallClock(clock: WallClock, timeZone: string): string {
  if (clock.date === "") {
    return "";
  }
  const wanted = Date.parse(`${clock.date}T${clock.time === "" ? "00:00" : clock.time}:00Z`);
  if (Number.isNaN(wanted)) {
    return "";
  }
  // The offset is read at a first guess and once more, which is enough on both sides of a clock change.
  const guess = wanted - offsetAt(wanted, timeZone);
  const instant = wanted - offsetAt(guess, timeZone);
  return new Date(instant).toISOString().replace(/:\d\d\.\d{3}Z$/u, ":00Z");
}

function offsetAt(instant: number, timeZone: string): number {
  const clock = toWallClock(new Date(instant).toISOString(), timeZone);
  return Date.parse(`${clock.date}T${clock.time}:00Z`) - Math.floor(instant / 60_000) * 60_000;
}
