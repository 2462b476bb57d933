import { defineMessages } from "../../domain/message.ts";

/** What the input check says besides the findings themselves. */
export const messages = defineMessages({
  pluginName: { ja: "入力チェック", en: "Input check" },

  panelTitle: { ja: "確かめること {count}件", en: "{count} to check" },
  panelIntro: {
    ja: "保存はできています。次へ送る前に、下のことを確かめてください。",
    en: "Everything is saved. Check the following before you send it on.",
  },
  panelReasoned: { ja: "理由を選んで進めたこと {count}件", en: "{count} passed with a reason" },
  panelReason: { ja: "理由：{reason}", en: "Reason: {reason}" },
  fieldInRow: { ja: "{table} {row}行目 {field}", en: "{table} row {row} {field}" },
  goToField: { ja: "この項目を見る", en: "Show this field" },
  edit: { ja: "編集画面を開いて直す", en: "Open the form to correct it" },
  levelStop: { ja: "直す", en: "Correct" },
  levelReason: { ja: "理由を選ぶ", en: "Give a reason" },
  levelHint: { ja: "ヒント", en: "Hint" },

  saveTitle: { ja: "保存の前に、確かめてください（{count}件）", en: "Check before saving ({count})" },
  saveStops: {
    ja: "このまま保存できます。ただし、所属長へ送る前に直してください。",
    en: "You can save as it is. Correct this before you send it to your manager.",
  },
  saveStopsWithoutProcess: {
    ja: "このまま保存できます。あとで直してください。",
    en: "You can save as it is. Correct this later.",
  },
  saveReasons: {
    ja: "次のことは、このままでよい理由を選ぶと、もう聞きません。選ばなくても保存できます。",
    en: "Choose a reason and you will not be asked again. You can save without choosing.",
  },
  saveDraft: { ja: "下書きとして保存する", en: "Save as a draft" },
  saveAsIs: { ja: "このまま保存する", en: "Save as it is" },
  notSaved: {
    ja: "まだ保存していません。しるしの付いた項目を直してから、もう一度保存してください。",
    en: "Not saved yet. Correct the marked fields, then save again.",
  },
  goBack: { ja: "もどって直す", en: "Go back and correct" },

  proceedTitle: { ja: "「{action}」の前に、理由を選んでください", en: "Choose a reason before “{action}”" },
  proceedReasons: {
    ja: "このまま進めてよい理由を選んでください。選んだ理由は記録に残り、事務局が読みます。",
    en: "Choose why this may pass. The reason is kept in the record, and the DX office reads it.",
  },
  proceedStopped: {
    ja: "まだ「{action}」ことができません。次の{count}件を直してから、もう一度お試しください。入力した内容はそのまま残っています。",
    en: "“{action}” is not possible yet. Correct these {count} and try again. Nothing you entered is lost.",
  },
  proceedNeedsReason: {
    ja: "まだ「{action}」ことができません。次の{count}件は、進めてよい理由を記録に残す必要がありますが、このレコードを変える権限がありません。事務局へ差し戻して、理由を入れてもらってください。",
    en: "“{action}” is not possible yet. These {count} need a reason kept in the record, and you may not change it. Send it back to the DX office to have the reason entered.",
  },
  proceedWithoutStep: { ja: "進める", en: "Proceed" },

  reason: { ja: "理由", en: "Reason" },
  chooseReason: { ja: "選んでください", en: "Choose one" },
  note: { ja: "補足（書かなくてもかまいません）", en: "Note (optional)" },
  reasonMissing: { ja: "理由を1つ選んでください。", en: "Choose one reason." },

  couldNotRead: {
    ja: "入力チェックが、確かめるのに必要なほかのレコードを読めませんでした。入力した内容はそのまま残っていて、保存もできます。（{reason}）",
    en: "The input check could not read other records it needs. What you entered is still here, and you can save. ({reason})",
  },
  couldNotCheck: {
    ja: "入力チェックが動きませんでした。入力した内容はそのまま残っていて、保存もできます。くり返すときは、DX担当（事務局）に知らせてください。（{reason}）",
    en: "The input check failed. What you entered is still here, and you can save. If it happens again, tell the DX office. ({reason})",
  },
  couldNotProceed: {
    ja: "入力チェックが、確かめるのに必要なほかのレコードを読めなかったため、まだ進めていません。少し待って、もう一度お試しください。（{reason}）",
    en: "The input check could not read other records it needs, so the step was not taken. Wait a little and try again. ({reason})",
  },
});
