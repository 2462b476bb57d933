import type { ProcessSettings } from "../store/app-settings.ts";

/** `GET app/status.json` without the revision; `null` for both lists while they were never set (the reference says so). */
export function toProcess(process: ProcessSettings): Readonly<Record<string, unknown>> {
  if (process.states.length === 0) {
    return { enable: process.enable, states: null, actions: null };
  }
  return {
    enable: process.enable,
    states: Object.fromEntries(process.states.map(({ name, index, assignee }) => [name, { name, index, assignee }])),
    actions: process.actions,
  };
}
