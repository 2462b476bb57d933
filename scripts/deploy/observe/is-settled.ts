import type { SettledApp } from "../state/state-file.ts";
import type { FoundApp } from "./find-apps.ts";

/** The clocks of one domain's servers may differ, and `Date` headers have whole seconds. */
const tolerance = 2000;

/** Whether nothing was deployed to an app since our last one: its time of change is known, or is that of our own deploy. */
export function isSettled(settled: SettledApp, listed: FoundApp["listed"], username: string): boolean {
  if (listed === null) {
    return false;
  }
  if (settled.modifiedAt !== "") {
    return settled.modifiedAt === listed.modifiedAt;
  }
  const [from, to] = settled.deployedBetween ?? [Infinity, 0];
  const at = Date.parse(listed.modifiedAt);
  const isOurs = listed.modifier.toLowerCase() === username.toLowerCase();
  return isOurs && at >= from - tolerance && at <= to + tolerance;
}
