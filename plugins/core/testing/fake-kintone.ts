import {
  type DialogAnswer,
  type DialogConfig,
  type KintoneApi,
  type NotificationType,
} from "../kintone/kintone-api.ts";

export type FakeRequest = { readonly path: string; readonly method: string; readonly params: unknown };

export type FakeKintone = {
  readonly kintone: KintoneApi;
  /** Every call of `kintone.api`, in order. */
  readonly requests: FakeRequest[];
  readonly notifications: { readonly type: NotificationType; readonly message: string }[];
  /** Every dialog that was opened, in order. */
  readonly dialogs: DialogConfig[];
  readonly savedConfigs: Readonly<Record<string, string>>[];
  /** Runs the handlers of a type as kintone does: in order, each with what the one before it returned. */
  fire(type: string, event: object): unknown;
};

/**
 * The kintone port for unit tests: it stands at the boundary that `plugins/core/kintone` draws and nowhere deeper.
 * Give it to `vi.stubGlobal("kintone", fake.kintone)`.
 */
export function createFakeKintone(
  options: {
    readonly mobile?: boolean;
    readonly language?: string;
    readonly appId?: number;
    readonly pluginConfig?: Readonly<Record<string, string>> | null;
    readonly answer?: (request: FakeRequest) => unknown;
    /** Plays the user in a dialog: fills it in and names the button. */
    readonly answerDialog?: (dialog: DialogConfig) => DialogAnswer | Promise<DialogAnswer>;
    readonly space?: HTMLElement | null;
  } = {},
): FakeKintone {
  const { mobile = false, language = "ja", appId = 7, pluginConfig = {}, space = null } = options;
  const handlers = new Map<string, ((event: unknown) => unknown)[]>();
  const requests: FakeRequest[] = [];
  const notifications: { type: NotificationType; message: string }[] = [];
  const dialogs: DialogConfig[] = [];
  const savedConfigs: Readonly<Record<string, string>>[] = [];

  const api = Object.assign(
    async (path: string, method: string, params: unknown): Promise<unknown> => {
      const request = { path, method, params };
      requests.push(request);
      return await options.answer?.(request);
    },
    { url: (path: string) => `${path}.json` },
  );
  const createDialog = async (config: DialogConfig) => {
    dialogs.push(config);
    return {
      async show(): Promise<DialogAnswer> {
        const answer = (await options.answerDialog?.(config)) ?? "CANCEL";
        const stays = (await config.beforeClose?.(answer)) === false;
        if (stays) {
          throw new Error(`The dialog “${config.title}” did not accept ${answer}`);
        }
        return answer;
      },
      close() {},
    };
  };
  const showNotification = (type: NotificationType, message: string) => {
    notifications.push({ type, message });
  };
  const kintone: KintoneApi = {
    $PLUGIN_ID: "abcdefghijklmnopabcdefghijklmnop",
    api,
    events: {
      on(types, handler) {
        for (const type of [types].flat()) {
          handlers.set(type, [...(handlers.get(type) ?? []), handler]);
        }
      },
    },
    getLoginUser: () => ({ code: "tantou", name: "担当者", language }),
    app: {
      getId: () => (mobile ? null : appId),
      record: {
        getId: () => null,
        getHeaderMenuSpaceElement: () => space,
        getSpaceElement: () => null,
        getFieldElement: () => null,
      },
    },
    mobile: {
      app: {
        getId: () => (mobile ? appId : null),
        getHeaderSpaceElement: () => space,
        record: { getId: () => null, getSpaceElement: () => null, getFieldElement: () => null },
      },
      createBottomSheet: createDialog,
      showNotification,
    },
    plugin: {
      app: {
        getConfig: () => pluginConfig,
        setConfig: (config) => {
          savedConfigs.push(config);
        },
      },
    },
    createDialog,
    showNotification,
  };
  return {
    kintone,
    requests,
    notifications,
    dialogs,
    savedConfigs,
    fire: (type, event) =>
      (handlers.get(type) ?? []).reduce<unknown>((given, handler) => handler(given), { ...event, type }),
  };
}
