/**
 * The part of kintone's JavaScript API that the suite uses, and the only place where the global is named.
 * Functions of 2025 and later are optional: an older or local page may lack them.
 */
export type KintoneApi = {
  readonly $PLUGIN_ID?: string;
  readonly api: KintoneRequest;
  readonly events: {
    on(types: string | readonly string[], handler: (event: unknown) => unknown): void;
  };
  getLoginUser(): { readonly code: string; readonly name: string; readonly language: string };
  readonly app: {
    getId(): number | null;
    /** Since 2025-07; null on a page without an app. */
    readonly getPermissions?: () => Promise<{ readonly addRecord: boolean } | null>;
    readonly record: {
      /** Since 2025-07; null where no record is shown. */
      readonly getPermissions?: RecordPermissionQuestion;
      getId(): number | null;
      getHeaderMenuSpaceElement(): HTMLElement | null;
      getSpaceElement(elementId: string): HTMLElement | null;
      getFieldElement(code: string): HTMLElement | null;
    };
  };
  readonly mobile: {
    readonly app: {
      getId(): number | null;
      getHeaderSpaceElement(): HTMLElement | null;
      readonly record: {
        getId(): number | null;
        getSpaceElement(elementId: string): HTMLElement | null;
        getFieldElement(code: string): HTMLElement | null;
      };
    };
    readonly createBottomSheet?: (config: DialogConfig) => Promise<KintoneDialog>;
    readonly showNotification?: (type: NotificationType, message: string) => Promise<void> | void;
  };
  readonly plugin: {
    readonly app: {
      getConfig(pluginId: string): Readonly<Record<string, string>> | null;
      setConfig(config: Readonly<Record<string, string>>, done?: () => void): void;
    };
  };
  readonly createDialog?: (config: DialogConfig) => Promise<KintoneDialog>;
  readonly showNotification?: (type: NotificationType, message: string) => Promise<void> | void;
};

type RecordPermissionQuestion = () => Promise<{ readonly editRecord: boolean } | null>;

type KintoneRequest = {
  (path: string, method: "GET" | "POST" | "PUT" | "DELETE", params: unknown): Promise<unknown>;
  url(path: string, detectGuest?: boolean): string;
};

type DialogButtons = {
  readonly title: string;
  readonly showOkButton?: boolean;
  readonly okButtonText?: string;
  readonly showCancelButton?: boolean;
  readonly cancelButtonText?: string;
  readonly showCloseButton?: boolean;
};

export type DialogConfig = DialogButtons & {
  readonly body: Element;
  readonly beforeClose?: (action: DialogAnswer) => boolean | void | Promise<boolean | void>;
};

export type DialogAnswer = "OK" | "CANCEL" | "CLOSE" | "FUNCTION";

export type NotificationType = "ERROR" | "SUCCESS" | "INFO";

type KintoneDialog = { show(): Promise<DialogAnswer>; close(): void | Promise<void> };

declare const kintone: KintoneApi;

/** The `kintone` object of the page. */
export function kintoneApi(): KintoneApi {
  return kintone;
}
