import { defineMessages } from "../../../domain/message.ts";

/** What the editor says: what happened, what it means, what to do. */
export const editorTexts = defineMessages({
  pending: { ja: "{move}。Enterで保存、Escで取り消します。", en: "{move}. Enter saves, Esc cancels." },
  saved: { ja: "{move}しました。保存しました。", en: "{move}. Saved." },
  cancelled: { ja: "取り消しました。日付は元のままです。", en: "Cancelled. The dates are as before." },
  undone: { ja: "元に戻して保存しました。", en: "Undone and saved." },
  redone: { ja: "やり直して保存しました。", en: "Redone and saved." },
  nothingToUndo: { ja: "元に戻す変更はありません。", en: "There is nothing to undo." },
  nothingToRedo: { ja: "やり直す変更はありません。", en: "There is nothing to redo." },
  noDates: {
    ja: "この工程は「今の計画」の始めと終わりがそろっていないため、ここでは動かせません。レコードを開いて日付を入れてください。",
    en: "This phase has no complete planned dates, so it cannot be moved here. Open the record and enter them.",
  },
  refusedTitle: { ja: "この変更は保存していません", en: "This change was not saved" },
  refused: { ja: "{reason} 帯は元の位置に戻しました。", en: "{reason} The bar is back where it was." },
  blocked: {
    ja: "済んだ工程、または始まっている工程（{phases}）と重なるため、動かせません。",
    en: "It would overlap phases that are finished or under way ({phases}).",
  },
  conflictSpoken: {
    ja: "ほかの人が先に同じ工程を変えていました。保存していません。どちらにするか選んでください。",
    en: "Someone else changed the same phase first. Nothing was saved. Choose which to keep.",
  },
  gone: {
    ja: "この工程は、ほかの人の変更でなくなったか、日付が空になりました。必要なら、レコードを開いて入れ直してください。",
    en: "Someone else removed this phase or its dates. Open the record and enter them again if they are needed.",
  },
  unreadable: {
    ja: "工程の表に読み取れない値があるため、ここからは保存できません。レコードを開いて直してください。",
    en: "The phase table has a value that cannot be read, so it cannot be saved from here. Open the record and correct it.",
  },
  reason: {
    ja: "理由があれば進められます。理由はレコードの入力画面で選べます。",
    en: "This may stand with a reason, which can be chosen in the record's form.",
  },
});
