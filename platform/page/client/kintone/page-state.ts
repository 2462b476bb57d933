import type { Bootstrap } from "../../bootstrap.ts";

/** A field as events and `record.get()` carry it. Handlers may add `error`, `disabled` and `lookup`. */
export type FieldObject = { type: string; value: unknown; [extra: string]: unknown };

export type RecordObject = Record<string, FieldObject>;

/** What the list page lets `kintone.app.*` read. */
type ListState = {
  readonly viewId: number;
  readonly viewName: string;
  readonly viewType: "list" | "calendar" | "custom";
  /** With `order by … limit … offset …`. */
  readonly query: string;
  readonly queryCondition: string;
  readonly records: readonly unknown[];
  readonly fieldElements: (code: string) => HTMLElement[] | null;
};

/** What a record page lets `kintone.app.record.*` read and do. */
export type RecordState = {
  /** `null` while a record is being created. */
  readonly id: number | null;
  readonly mode: "detail" | "edit" | "create";
  readonly get: () => RecordObject | null;
  readonly set: (record: unknown) => void;
  readonly fieldElement: (code: string) => HTMLElement | null;
  /** Whether the form has a field of this code, in a table too, that the reader may see. */
  readonly knows: (code: string) => boolean;
  readonly setFieldShown: (code: string, shown: boolean) => void;
  readonly isFieldShown: (code: string) => boolean;
  readonly setGroupOpen: (code: string, open: boolean) => void;
  readonly isGroupOpen: (code: string) => boolean;
  readonly setFieldStyle: (code: string, style: unknown) => void;
  /** What was set for a field, nothing else. */
  readonly fieldStyle: (code: string) => unknown;
};

export type SpaceKey =
  | "headerMenuSpace"
  | "headerSpace"
  | "recordHeaderMenuSpace"
  | "mobileHeaderSpace"
  | "portalContentSpace"
  | "spaceContentSpace"
  | `space:${string}`;

export type PageState = {
  bootstrap: Bootstrap | null;
  list: ListState | null;
  record: RecordState | null;
  /** The condition of the graph that the page shows. */
  reportCondition: string | null;
  /** The space that the portal's page shows (`/k/#/space/{id}`), else `null`. */
  spaceId: string | null;
  /** Elements that customizations may fill; a page sets and deletes its own when it mounts and leaves. */
  readonly elements: Map<SpaceKey, HTMLElement>;
};

/** What the page is showing now. Pages write it, the `kintone.*` functions read it. */
export const pageState: PageState = {
  bootstrap: null,
  list: null,
  record: null,
  reportCondition: null,
  spaceId: null,
  elements: new Map(),
};

/** Whether the page is one below `/k/m/`. */
export function isMobile(): boolean {
  return pageState.bootstrap?.page.endsWith("_MOBILE") ?? false;
}

/** The display language; Japanese before the page knows. */
export function pageLanguage(): "ja" | "en" {
  return pageState.bootstrap?.language ?? "ja";
}

/** A `ref` that offers an element to customizations while it is mounted. */
export function spaceRef(key: SpaceKey): (element: HTMLElement | null) => () => void {
  return (element) => {
    if (element !== null) {
      pageState.elements.set(key, element);
    }
    return () => {
      if (pageState.elements.get(key) === element) {
        pageState.elements.delete(key);
      }
    };
  };
}
