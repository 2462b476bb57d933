import type { StoredField, StoredView } from "../../../store/app-settings.ts";
import { readLookup, readReference } from "../field/field-settings.ts";
import { toText } from "./arguments.ts";
import { isMobile, pageState } from "./page-state.ts";

/** `kintone.app.*` or its twin below `kintone.mobile`: each answers `null` on the other's pages (fact sheet §4.1). */
export function createAppFunctions(side: "desktop" | "mobile") {
  const here = (): boolean => isMobile() === (side === "mobile");
  const app = () => (here() ? (pageState.bootstrap?.app ?? null) : null);
  const list = () => (here() ? pageState.list : null);
  const fields = (): readonly StoredField[] => app()?.settings.fields ?? [];
  const element = (key: "headerMenuSpace" | "headerSpace" | "mobileHeaderSpace"): HTMLElement | null =>
    here() ? (pageState.elements.get(key) ?? null) : null;
  return {
    getId: (): number | null => app()?.id ?? null,
    getQuery: (): string | null => list()?.query ?? null,
    getQueryCondition: (): string | null => list()?.queryCondition ?? null,
    getFieldElements: (code: unknown): HTMLElement[] | null => list()?.fieldElements(toText(code)) ?? null,
    getHeaderSpaceElement: (): HTMLElement | null => element(side === "mobile" ? "mobileHeaderSpace" : "headerSpace"),
    getHeaderMenuSpaceElement: (): HTMLElement | null => element("headerMenuSpace"),
    getLookupTargetAppId: (code: unknown): string | null => {
      const field = fields().find((candidate) => candidate.code === toText(code));
      return field === undefined ? null : (readLookup(field)?.app ?? null);
    },
    getRelatedRecordsTargetAppId: (code: unknown): string | null => {
      const field = fields().find((candidate) => candidate.code === toText(code));
      return field === undefined ? null : (readReference(field)?.app ?? null);
    },
    get: async () => {
      const found = app();
      return found === null ? null : toAppAnswer(found);
    },
    getFormFields: async (): Promise<Record<string, unknown>> =>
      Object.fromEntries(fields().map((field) => [field.code, toProperty(field)])),
    getFormLayout: async () => ({ layout: structuredClone(app()?.settings.layout ?? []) }),
    getView: async () => {
      const shown = list();
      const view = app()?.settings.views.find((candidate) => Number(candidate.id) === shown?.viewId);
      return view === undefined ? null : structuredClone(view);
    },
    getViews: async () => (app()?.settings.views ?? []).map(toViewAnswer),
    getStatus: async () => {
      const process = app()?.settings.process;
      return { enable: process?.enable ?? false, stages: process?.states ?? [], actions: process?.actions ?? [] };
    },
    getPermissions: async (): Promise<{ addRecord: boolean; editApp: boolean } | null> => {
      const permissions = app()?.permissions;
      return permissions === undefined ? null : { addRecord: permissions.addRecord, editApp: permissions.editApp };
    },
    isTestEnvironment: async (): Promise<boolean> => false,
  };
}

function toAppAnswer(app: NonNullable<NonNullable<typeof pageState.bootstrap>["app"]>): Record<string, unknown> {
  const { general } = app.settings;
  return {
    id: String(app.id),
    name: general.name,
    description: general.description,
    code: "",
    numberPrecision: { ...general.numberPrecision },
    enableComments: general.enableComments,
    enableThumbnails: general.enableThumbnails,
    enableInlineRecordEditing: general.enableInlineRecordEditing,
    spaceId: null,
    revision: app.revision,
  };
}

function toProperty(field: StoredField): Record<string, unknown> {
  const property = { ...structuredClone(field.property), type: field.type, code: field.code };
  return field.fields === undefined
    ? property
    : { ...property, fields: Object.fromEntries(field.fields.map((inner) => [inner.code, toProperty(inner)])) };
}

function toViewAnswer({ type, name, id, builtinType }: StoredView): Record<string, unknown> {
  return builtinType === undefined ? { type, name, id } : { type, builtinType, name, id };
}
