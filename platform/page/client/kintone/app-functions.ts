import type { StoredField, StoredView } from "../../../store/app-settings.ts";
import { readLookup, readReference } from "../field/field-settings.ts";
import { toText } from "./arguments.ts";
import { isMobile, pageState } from "./page-state.ts";

/** What is there twice, `kintone.app.*` and `kintone.mobile.app.*`: each answers `null` on the other's pages (fact sheet §4.1). */
export function createAppFunctions(side: "desktop" | "mobile") {
  const here = (): boolean => isMobile() === (side === "mobile");
  const app = () => (here() ? (pageState.bootstrap?.app ?? null) : null);
  const list = () => (here() ? pageState.list : null);
  const graph = () => (here() ? pageState.reportCondition : null);
  const field = (code: unknown): StoredField | undefined =>
    app()?.settings.fields.find((candidate) => candidate.code === toText(code));
  return {
    getId: (): number | null => app()?.id ?? null,
    // Documented for graphs too. A graph has no pages; that its query is the condition alone is a guess.
    getQuery: (): string | null => list()?.query ?? graph(),
    getQueryCondition: (): string | null => list()?.queryCondition ?? graph(),
    getFieldElements: (code: unknown): HTMLElement[] | null => list()?.fieldElements(toText(code)) ?? null,
    getLookupTargetAppId: (code: unknown): string | null => {
      const found = field(code);
      return found === undefined ? null : (readLookup(found)?.app ?? null);
    },
    getRelatedRecordsTargetAppId: (code: unknown): string | null => {
      const found = field(code);
      return found === undefined ? null : (readReference(found)?.app ?? null);
    },
  };
}

/** The places for customizations: two on the desktop list, one below the header of every mobile page of an app. */
export const desktopSpaces = {
  getHeaderSpaceElement: (): HTMLElement | null => desktopElement("headerSpace"),
  getHeaderMenuSpaceElement: (): HTMLElement | null => desktopElement("headerMenuSpace"),
};

export const mobileSpaces = {
  getHeaderSpaceElement: (): HTMLElement | null =>
    isMobile() ? (pageState.elements.get("mobileHeaderSpace") ?? null) : null,
};

function desktopElement(key: "headerMenuSpace" | "headerSpace"): HTMLElement | null {
  return isMobile() ? null : (pageState.elements.get(key) ?? null);
}

/** A field as `getFormFields` answers it. */
export function toProperty(field: StoredField): Record<string, unknown> {
  const property = { ...structuredClone(field.property), type: field.type, code: field.code };
  return field.fields === undefined
    ? property
    : { ...property, fields: Object.fromEntries(field.fields.map((inner) => [inner.code, toProperty(inner)])) };
}

/** A view as `getViews` answers it: only what names it. */
export function toViewAnswer({ type, name, id, builtinType }: StoredView): Record<string, unknown> {
  return builtinType === undefined ? { type, name, id } : { type, builtinType, name, id };
}
