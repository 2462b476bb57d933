/** One app action (アプリアクション) as one entry of `GET app/actions.json`, without the code of the other app. */
export type StoredAction = {
  readonly id: string;
  readonly index: string;
  readonly name: string;
  readonly destApp: string;
  readonly mappings: readonly ActionMapping[];
  /** Who sees the button; empty = nobody. */
  readonly entities: readonly ActionEntity[];
  /** Records for which the button is there; the official description does not list it, the official client sends it. */
  readonly filterCond: string;
};

export type ActionMapping =
  | { readonly srcType: "FIELD"; readonly srcField: string; readonly destField: string }
  | { readonly srcType: "RECORD_URL"; readonly destField: string };

export type ActionEntity = { readonly type: "USER" | "GROUP" | "ORGANIZATION"; readonly code: string };

/** 管理者用メモ of an app. */
export type AdminNotes = { readonly content: string; readonly includeInTemplateAndDuplicates: boolean };
