import type { Language } from "../../../domain/message.ts";
import { showFallbackDialog } from "./fallback-dialog.ts";
import { type DialogAnswer, kintoneApi, type NotificationType } from "./kintone-api.ts";

/** Who is signed in, with the language to speak: Japanese, or English for every other choice. */
export function currentUser(): { code: string; name: string; language: Language } {
  const { code, name, language } = kintoneApi().getLoginUser();
  return { code, name, language: language === "ja" ? "ja" : "en" };
}

/** Tells whether this is one of kintone's mobile pages; `kintone.isMobilePage()` would answer with a promise. */
export function isMobilePage(): boolean {
  const { app, mobile } = kintoneApi();
  // The desktop function is null on mobile pages and the other way round (fact sheet §4.1).
  if (app.getId() !== null || mobile.app.getId() !== null) {
    return app.getId() === null;
  }
  return /^\/k\/(?:guest\/\d+\/)?m\//u.test(globalThis.location.pathname);
}

/** The id of the app whose page this is, or null on a page without an app. */
export function currentAppId(): string | null {
  const id = kintoneApi().app.getId() ?? kintoneApi().mobile.app.getId();
  return id === null ? null : String(id);
}

/**
 * Whether the reader may add records to the app of this page. Where kintone does not say, what adds is offered all the same:
 * saving is refused in words then.
 */
export async function mayAddRecords(): Promise<boolean> {
  try {
    return (await kintoneApi().app.getPermissions?.())?.addRecord ?? true;
  } catch {
    return true;
  }
}

/** Whether the reader may change the record of this page; where kintone does not say, a save is refused in words then. */
export async function mayEditRecord(): Promise<boolean> {
  try {
    // The official list has no twin of it below `kintone.mobile`: phones ask by the same name.
    return (await kintoneApi().app.record.getPermissions?.())?.editRecord ?? true;
  } catch {
    return true;
  }
}

/** The id of the plugin whose script is being evaluated; call it while the script loads, it changes afterwards. */
export function currentPluginId(): string {
  return kintoneApi().$PLUGIN_ID ?? "";
}

/** The address of a record: its detail page, or with `edit` the form. */
export function recordPageUrl(page: { app: string; id: string; mobile: boolean; edit?: boolean }): string {
  const { app, id, mobile, edit = false } = page;
  if (mobile) {
    return `${appRoot(app, true)}${edit ? "edit" : "show"}?record=${id}`;
  }
  return `${appRoot(app, false)}show#record=${id}${edit ? "&mode=edit" : ""}`;
}

/** The address of the form for a new record. */
export function createPageUrl({ app, mobile }: { app: string; mobile: boolean }): string {
  return `${appRoot(app, mobile)}edit`;
}

/**
 * Where a plugin may put something about a record. On desktop the form's own space of that id, else the place above the
 * record; on phones the place above the record, because a space keeps the width that was drawn for desktop.
 */
export function recordSpace(elementId: string): HTMLElement | null {
  const { app, mobile } = kintoneApi();
  return isMobilePage()
    ? (mobile.app.getHeaderSpaceElement() ?? mobile.app.record.getSpaceElement(elementId))
    : (app.record.getSpaceElement(elementId) ?? app.record.getHeaderMenuSpaceElement());
}

/** The element that shows a field on a detail page; null for fields in tables and on other pages. */
export function fieldElement(code: string): HTMLElement | null {
  return isMobilePage()
    ? kintoneApi().mobile.app.record.getFieldElement(code)
    : kintoneApi().app.record.getFieldElement(code);
}

/** Shows kintone's own banner; it stays until it is closed or replaced. */
export function notify(type: NotificationType, message: string): void {
  const api = kintoneApi();
  const show = isMobilePage() ? api.mobile.showNotification : api.showNotification;
  if (show) {
    void show(type, message);
  } else {
    globalThis.alert(message);
  }
}

/** Opens a dialog over an element of ours and resolves to the answer; `accept` may keep it open by returning false. */
export async function openDialog(dialog: {
  title: string;
  body: HTMLElement;
  ok: string;
  cancel: string;
  accept?: () => boolean;
}): Promise<"OK" | "CANCEL"> {
  const { title, body, ok, cancel, accept = () => true } = dialog;
  const api = kintoneApi();
  const create = isMobilePage() ? api.mobile.createBottomSheet : api.createDialog;
  if (!create) {
    return showFallbackDialog({ title, body, ok, cancel, accept });
  }
  const beforeClose = (answer: DialogAnswer) => answer !== "OK" || accept();
  const opened = await create({ title, body, ...buttons(ok, cancel), beforeClose });
  return (await opened.show()) === "OK" ? "OK" : "CANCEL";
}

/** Saves the plugin's settings; kintone then returns to the list of plugins by itself. */
export function savePluginConfig(config: Readonly<Record<string, string>>): void {
  kintoneApi().plugin.app.setConfig(config);
}

/** The plugin's own settings as saved; null where kintone does not tell. */
export function readPluginConfig(pluginId: string): Readonly<Record<string, string>> | null {
  return kintoneApi().plugin.app.getConfig(pluginId);
}

function buttons(ok: string, cancel: string) {
  return {
    showOkButton: true,
    okButtonText: ok,
    showCancelButton: true,
    cancelButtonText: cancel,
    // Without the close button kintone ignores Esc (fact sheet §4.3).
    showCloseButton: true,
  };
}

function appRoot(app: string, mobile: boolean): string {
  const guest = /^\/k\/(guest\/\d+\/)/u.exec(globalThis.location?.pathname ?? "")?.[1] ?? "";
  return `/k/${guest}${mobile ? "m/" : ""}${app}/`;
}
