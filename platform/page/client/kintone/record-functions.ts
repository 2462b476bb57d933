import { type FieldPermissions, loadFieldPermissions, loadPermissions } from "./permission-functions.ts";
import { toText } from "./arguments.ts";
import { isInsideHandler } from "./event-bus.ts";
import { isMobile, pageState } from "./page-state.ts";
import type { RecordObject, RecordState } from "./page-state.ts";

/** `kintone.app.record.*` or its twin below `kintone.mobile`. */
export function createRecordFunctions(side: "desktop" | "mobile") {
  const record = (): RecordState | null => (isMobile() === (side === "mobile") ? pageState.record : null);
  return {
    getId: (): number | null => record()?.id ?? null,
    // Measured: inside a handler it gives null (fact sheet §3.5).
    get: (): { record: RecordObject } | null => {
      const found = isInsideHandler() ? null : (record()?.get() ?? null);
      return found === null ? null : { record: found };
    },
    set: (given: unknown): void => {
      if (!isInsideHandler()) {
        record()?.set(given);
      }
    },
    getFieldElement: (code: unknown): HTMLElement | null => record()?.fieldElement(toText(code)) ?? null,
    getSpaceElement: (id: unknown): HTMLElement | null =>
      record() === null ? null : (pageState.elements.get(`space:${toText(id)}`) ?? null),
    getHeaderMenuSpaceElement: (): HTMLElement | null =>
      record() === null ? null : (pageState.elements.get("recordHeaderMenuSpace") ?? null),
    getPermissions: async (): Promise<{ editRecord: boolean; deleteRecord: boolean } | null> => {
      const shown = record();
      return shown === null || shown.mode !== "detail" ? null : loadPermissions(shown);
    },
    getFieldPermissions: async (): Promise<FieldPermissions | null> => {
      const shown = record();
      return shown === null ? null : loadFieldPermissions(shown);
    },
    setFieldShown: (code: unknown, shown: unknown): void => record()?.setFieldShown(toText(code), shown !== false),
    isFieldVisible: async (code: unknown): Promise<boolean> => record()?.isFieldShown(toText(code)) ?? false,
    setGroupFieldOpen: (code: unknown, open: unknown): void => record()?.setGroupOpen(toText(code), open === true),
    isGroupFieldOpen: async (code: unknown): Promise<boolean> => record()?.isGroupOpen(toText(code)) ?? false,
    setFieldStyle: async (code: unknown, style: unknown): Promise<void> => record()?.setFieldStyle(toText(code), style),
  };
}
