import { defineMessages } from "../../message.ts";

/** The history of a record and the way to its neighbours in the list. */
export const historyMessages = defineMessages({
  tabs: { ja: "コメントと変更履歴", en: "Comments and history" },
  title: { ja: "変更履歴", en: "History" },
  loading: { ja: "変更履歴を読み込んでいます…", en: "Loading the history…" },
  version: { ja: "バージョン {revision}", en: "Version {revision}" },
  created: { ja: "レコードを登録しました", en: "Added the record" },
  before: { ja: "変更前", en: "Before" },
  after: { ja: "変更後", en: "After" },
  emptyValue: { ja: "（空）", en: "(empty)" },
  goneField: { ja: "削除されたフィールド", en: "A field that was deleted" },
  older: { ja: "前の変更履歴を読み込む", en: "Load older versions" },
  restore: { ja: "この前のバージョンに戻す", en: "Return to the version before" },
  restoreOf: {
    ja: "この前のバージョンに戻す（バージョン {revision}）",
    en: "Return to the version before (version {revision})",
  },
  restoreTitle: { ja: "前のバージョンに戻しますか", en: "Return to an earlier version?" },
  restoreBody: {
    ja: "バージョン {revision} とそれより後の変更を取り消した内容で、新しいバージョンとして保存します。ステータスと添付ファイルは変わりません。",
    en: "Version {revision} and everything after it is undone and saved as a new version. Status and attachments stay as they are.",
  },
  restoreConfirm: { ja: "この内容に戻す", en: "Return to it" },
  restored: { ja: "前のバージョンの内容に戻しました。", en: "The record has its earlier values again." },
  restoreFailed: {
    ja: "前のバージョンに戻せませんでした。レコードは変わっていません。{detail}",
    en: "The record could not be returned and is unchanged. {detail}",
  },
  pager: { ja: "一覧の中の位置", en: "Place in the list" },
  previous: { ja: "前のレコード", en: "Previous record" },
  next: { ja: "次のレコード", en: "Next record" },
  position: { ja: "{position} / {total}件", en: "{position} of {total}" },
  outside: { ja: "今の一覧の条件に合わなくなったレコードです", en: "No longer in the list" },
});
