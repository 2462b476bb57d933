import { defineMessages } from "../../message.ts";

/** The list of keyboard shortcuts. */
export const shortcutMessages = defineMessages({
  title: { ja: "ショートカットキー", en: "Keyboard shortcuts" },
  use: { ja: "ショートカットキーを使う（このブラウザーで）", en: "Use keyboard shortcuts in this browser" },
  SHOW_RECORD: { ja: "選んだレコードの詳細を開く", en: "Open the selected record" },
  SHORTCUTS_HELP: { ja: "この一覧を開く", en: "Open this list" },
  CREATE_RECORD: { ja: "レコードを追加する", en: "Add a record" },
  EDIT_RECORD: { ja: "レコードを編集する", en: "Edit the record" },
  NEXT_RECORD: { ja: "次のレコードへ", en: "Next record" },
  PREVIOUS_RECORD: { ja: "前のレコードへ", en: "Previous record" },
  NEXT_PAGE: { ja: "次のページへ", en: "Next page" },
  PREVIOUS_PAGE: { ja: "前のページへ", en: "Previous page" },
  CANCEL_EDITING: { ja: "編集をやめる", en: "Cancel editing" },
  SHOW_VIEW: { ja: "レコードの一覧に戻る", en: "Back to the list" },
  SHOW_FILTER: { ja: "絞り込んだ一覧に戻る", en: "Back to the filtered list" },
  SAVE_RECORD: { ja: "変更を保存する", en: "Save the changes" },
  key: { ja: "キー", en: "Key" },
  act: { ja: "操作", en: "Action" },
});
