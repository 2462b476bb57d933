import { defineMessages } from "../../message.ts";

/** Words of dialogs, notifications and the loading curtain that `kintone.*` functions open. */
export const dialogMessages = defineMessages({
  ok: { ja: "OK", en: "OK" },
  cancel: { ja: "キャンセル", en: "Cancel" },
  close: { ja: "閉じる", en: "Close" },
  untitled: { ja: "確認", en: "Confirmation" },
  loading: { ja: "読み込んでいます…", en: "Loading…" },
  success: { ja: "完了", en: "Done" },
  error: { ja: "エラー", en: "Error" },
  info: { ja: "お知らせ", en: "Information" },
});
