import { defineMessages } from "../../message.ts";

/** Editing and deleting a row in the list. */
export const listEditMessages = defineMessages({
  edit: { ja: "レコード{id}をこの場で編集", en: "Edit record {id} here" },
  remove: { ja: "レコード{id}を削除", en: "Delete record {id}" },
  save: { ja: "保存", en: "Save" },
  saving: { ja: "保存しています…", en: "Saving…" },
  cancel: { ja: "キャンセル", en: "Cancel" },
  editing: { ja: "レコード{id}を編集しています", en: "Editing record {id}" },
  saved: { ja: "レコード{id}を保存しました", en: "Record {id} is saved" },
  canceled: { ja: "レコード{id}の編集を取り消しました", en: "Editing of record {id} was cancelled" },
  removed: { ja: "レコード{id}を削除しました", en: "Record {id} is deleted" },
  nothingEditable: {
    ja: "この一覧には、この場で編集できる項目がありません。レコードを開いて編集してください。",
    en: "No column of this view can be edited here. Open the record to edit it.",
  },
  refused: { ja: "保存できませんでした。", en: "It could not be saved." },
  expired: {
    ja: "サインインの有効期限が切れたため、まだ保存されていません。入力した内容は残っています。別のタブでサインインし直してから、この画面で「保存」を押してください。",
    en: "Your session has ended, so this is not saved yet. What you typed is still here. Sign in again in another tab, then press Save here.",
  },
  signIn: { ja: "別のタブでサインインする", en: "Sign in in another tab" },
  conflictTitle: { ja: "ほかの人がこのレコードを先に更新しました", en: "Someone else changed this record first" },
  conflict: {
    ja: "入力した内容はまだ保存されていません。最新の内容を取り込むと、あなたが変えた項目はそのままで、ほかの項目だけが新しくなります。確かめてから保存してください。",
    en: "Your input is not saved yet. Taking in the latest content keeps the fields you changed and renews the others. Check them, then save.",
  },
  takeLatest: { ja: "最新の内容を取り込む", en: "Take in the latest content" },
  discard: { ja: "入力を捨てて最新を表示", en: "Discard my input" },
  confirmRemoveTitle: { ja: "レコードを削除しますか", en: "Delete this record?" },
  confirmRemove: {
    ja: "レコード{id}を削除します。削除したレコードは元に戻せません。",
    en: "Record {id} will be deleted. This cannot be undone.",
  },
  removeButton: { ja: "削除する", en: "Delete" },
  keepButton: { ja: "削除しない", en: "Keep" },
  removeRefused: { ja: "削除できませんでした。", en: "It could not be deleted." },
});
