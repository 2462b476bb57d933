import { defineMessages } from "../../message.ts";

/** What `kintone.*` functions answer to the people who write and set up customizations. */
export const kintoneMessages = defineMessages({
  proxyRefused: {
    ja: "外部への接続ができませんでした。{reason}",
    en: "The call to another server did not go through. {reason}",
  },
  proxyData: {
    ja: "保存するデータの値には、文字列や数値を指定してください。",
    en: "The values of the stored data have to be texts, numbers or the like.",
  },
  wrongUpload: {
    ja: 'データは { format: "RAW", value: Blob }、メソッドは POST か PUT を指定してください。',
    en: 'The data has to be { format: "RAW", value: Blob } and the method POST or PUT.',
  },
  otherPage: {
    ja: "この画面（{page}）では使えません。使える画面: {pages}",
    en: "It cannot be used on this page ({page}). Pages on which it can: {pages}",
  },
  otherSide: {
    ja: "この画面では使えません。PCの画面とモバイルの画面では、関数の名前が違います。",
    en: "It cannot be used on this page. Desktop and mobile pages have functions of different names.",
  },
  noRecord: {
    ja: "この画面にはレコードがありません。",
    en: "There is no record on this page.",
  },
  noField: {
    ja: "フィールド「{code}」はこのアプリにありません。",
    en: "The app has no field {code}.",
  },
  manyActions: {
    ja: "「{action}」という名前のアクションが複数あるため、どれを指すのか決められません。",
    en: "There are several actions called {action}, and so nothing says which of them is meant.",
  },
  hiddenField: {
    ja: "フィールド「{code}」は、このアプリにないか、閲覧する権限がありません。",
    en: "The app has no field {code}, or you have no right to see it.",
  },
  noTable: {
    ja: "テーブル「{code}」はこのアプリにありません。",
    en: "The app has no table {code}.",
  },
  noSpace: {
    ja: "この画面はスペースのものではありません。アプリもスペースに入っていません。",
    en: "This is no page of a space, and the app stands in none.",
  },
  wrongState: {
    ja: "指定できる値は次のとおりです: {states}",
    en: "It takes one of these: {states}",
  },
  configPageOnly: {
    ja: "プラグインの設定は、設定画面でだけ保存できます。",
    en: "A plugin's settings can be saved only on its settings page.",
  },
  configText: {
    ja: "プラグインの設定は、すべての値を文字列で渡してください。",
    en: "Every value of a plugin's settings has to be a string.",
  },
  configFailed: {
    ja: "設定を保存できませんでした。画面の内容は残っています。もう一度保存してください。",
    en: "The settings could not be saved. They are still on this page. Save them again.",
  },
});
