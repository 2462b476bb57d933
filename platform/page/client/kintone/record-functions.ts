import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { toText } from "./arguments.ts";
import { isInsideHandler } from "./event-bus.ts";
import { isMobile, pageState } from "./page-state.ts";
import type { RecordObject, RecordState } from "./page-state.ts";
import { describeStyle, mergeStyle } from "./read-style.ts";
import { refuse } from "./refuse.ts";

/** What is there twice, `kintone.app.record.*` and `kintone.mobile.app.record.*`. */
export function createRecordFunctions(side: "desktop" | "mobile") {
  const path = side === "mobile" ? "kintone.mobile.app.record" : "kintone.app.record";
  const record = (): RecordState | null => (isMobile() === (side === "mobile") ? pageState.record : null);
  const shown = (name: string): RecordState => {
    const found = record();
    if (found === null) {
      throw refuse(`${path}.${name}`, kintoneMessages.noRecord);
    }
    return found;
  };
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
    setFieldShown: (code: unknown, isShown: unknown): void => record()?.setFieldShown(toText(code), isShown !== false),
    isFieldVisible: async (code: unknown): Promise<boolean> => {
      const found = shown("isFieldVisible");
      if (!isOnForm(toText(code))) {
        throw refuse(`${path}.isFieldVisible`, kintoneMessages.hiddenField, { code: toText(code) });
      }
      return found.isFieldShown(toText(code));
    },
    setGroupFieldOpen: (code: unknown, open: unknown): void => record()?.setGroupOpen(toText(code), open === true),
    isGroupFieldOpen: async (code: unknown): Promise<boolean> => shown("isGroupFieldOpen").isGroupOpen(toText(code)),
    setFieldStyle: async (code: unknown, style: unknown): Promise<void> => {
      const found = shown("setFieldStyle");
      fieldIdOf(`${path}.setFieldStyle`, code);
      found.setFieldStyle(toText(code), mergeStyle(found.fieldStyle(toText(code)), style));
    },
    getFieldStyle: async (code: unknown) => {
      const set = mergeStyle(undefined, shown("getFieldStyle").fieldStyle(toText(code)));
      const id = fieldIdOf(`${path}.getFieldStyle`, code);
      const find = (name: string): Element | null => document.querySelector(`#record-gaia .${name}-${id}`);
      return {
        content: describeStyle("content", set.content, find("value")),
        background: describeStyle("background", set.background, find("field")),
        label: describeStyle("label", set.label, find("label")),
      };
    },
  };
}

/** The place above a record, on the desktop only. */
export function getRecordHeaderMenuSpaceElement(): HTMLElement | null {
  return isMobile() || pageState.record === null ? null : (pageState.elements.get("recordHeaderMenuSpace") ?? null);
}

/** Whether the reader knows a field of this code, or the form has a label, line or space of this id; not for lines on phones (documented). */
function isOnForm(code: string): boolean {
  const settings = pageState.bootstrap?.app?.settings;
  const rows = (settings?.layout ?? []).flatMap((row) => (row.type === "GROUP" ? row.layout : [row]));
  return (
    (pageState.record?.knows(code) ?? false) ||
    rows.some(
      (row) =>
        row.type === "ROW" &&
        row.fields.some(({ type, elementId }) => elementId === code && code !== "" && !(type === "HR" && isMobile())),
    )
  );
}

function fieldIdOf(name: string, code: unknown): number {
  const fields = pageState.bootstrap?.app?.settings.fields ?? [];
  const found = fields
    .flatMap((field) => [field, ...(field.fields ?? [])])
    .find((field) => field.code === toText(code));
  if (found === undefined) {
    throw refuse(name, kintoneMessages.noField, { code: toText(code) });
  }
  return found.id;
}
