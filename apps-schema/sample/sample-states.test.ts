import { describe, expect, it } from "vitest";
import type { AppKey } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import { suiteApps } from "../suite.ts";
import { sampleRecords } from "./sample-records.ts";
import { sampleStates } from "./sample-states.ts";

function keysOf(app: AppKey): unknown[] {
  const { keyField } = suiteApps[app];
  return sampleRecords()
    .filter((each) => each.app === app)
    .flatMap(({ records }) => records.map((record) => record[keyField]?.value));
}

describe("sampleStates", () => {
  it.each(sampleStates)("names states and records of $app that there are", ({ app, others, states }) => {
    const { process }: AppSchema = suiteApps[app];
    const known = process?.states.map(({ name }) => name) ?? [];
    expect([others, ...Object.values(states)].filter((state) => !known.includes(state))).toEqual([]);
    const keys = keysOf(app);
    expect(Object.keys(states).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("has most projects approved", () => {
    const action = sampleStates.find(({ app }) => app === "action");
    const states = keysOf("action").map((key) => action?.states[String(key)] ?? action?.others);
    expect(states.filter((state) => state === "承認").length).toBeGreaterThan(states.length / 2);
  });

  it("shows every state of every process; a version that is being made is the plan's own", () => {
    const shown = sampleStates.map(({ app, others, states }) => [
      app,
      [
        ...new Set([
          ...(app === "plan_version" ? [others] : []),
          ...keysOf(app).map((key) => states[String(key)] ?? others),
        ]),
      ].toSorted(),
    ]);
    const declared = sampleStates.map(({ app }) => {
      const { process }: AppSchema = suiteApps[app];
      return [app, (process?.states ?? []).map(({ name }) => name).toSorted()];
    });
    expect(shown).toEqual(declared);
    const processed = Object.values<AppSchema>(suiteApps).filter(({ process }) => process !== undefined);
    expect(new Set(sampleStates.map(({ app }) => app))).toEqual(new Set(processed.map(({ key }) => key)));
  });
});
