import * as v from "valibot";
import { type FiscalYear, parseFiscalYear } from "../../../domain/fiscal-year.ts";
import { type Zoom, zooms } from "../model/zoom.ts";

/** What a person chose last and finds again: kept in their own browser, so nobody has to set it up for them. */
export type ViewMemory = {
  readonly zoom: Zoom | null;
  readonly from: FiscalYear | null;
  readonly to: FiscalYear | null;
};

const memorySchema = v.object({
  zoom: v.nullable(v.picklist(zooms)),
  from: v.nullable(v.number()),
  to: v.nullable(v.number()),
});

const nothing: ViewMemory = { zoom: null, from: null, to: null };

/** Reads the last choice; a browser that keeps nothing, or an older form of it, is no choice. */
export function loadViewMemory(app: string): ViewMemory {
  try {
    const parsed = v.safeParse(memorySchema, JSON.parse(localStorage.getItem(keyOf(app)) ?? "null"));
    return parsed.success
      ? {
          zoom: parsed.output.zoom,
          from: parsed.output.from === null ? null : parseFiscalYear(parsed.output.from),
          to: parsed.output.to === null ? null : parseFiscalYear(parsed.output.to),
        }
      : nothing;
  } catch {
    return nothing;
  }
}

export function saveViewMemory(app: string, memory: ViewMemory): void {
  try {
    localStorage.setItem(keyOf(app), JSON.stringify(memory));
  } catch {
    // A full or forbidden storage costs only the remembered choice.
  }
}

function keyOf(app: string): string {
  return `machi-dx-roadmap:${app}`;
}
