import { defineMessages } from "../message.ts";

/** The texts of the page on which an app's API tokens are made. */
export const apiTokenMessages = defineMessages({
  title: { ja: "APIトークン", en: "API tokens" },
  lead: {
    ja: "APIトークンは、ほかのプログラムがこのアプリを使うときの合鍵です。トークンを知っている人は、選んだ操作をすべて行えます。人に見せたり、メールで送ったりしないでください。",
    en: "An API token is a key with which another program uses this app. Whoever knows it may do everything chosen for it. Do not show it to others or send it by mail.",
  },
  listTitle: { ja: "トークンの一覧（{count}個／{limit}個まで）", en: "Tokens ({count} of at most {limit})" },
  none: {
    ja: "トークンはまだありません。「トークンを生成する」を押すと、レコードの閲覧だけができるトークンができます。",
    en: "There is no token yet. “Generate a token” makes one that may only view records.",
  },
  generate: { ja: "トークンを生成する", en: "Generate a token" },
  full: {
    ja: "1つのアプリに作れるトークンは{limit}個までです。新しく作るには、使っていないトークンを削除してください。",
    en: "An app can have at most {limit} tokens. Delete one that is not in use to make another.",
  },
  tokenOf: { ja: "トークン{number}", en: "Token {number}" },
  token: { ja: "トークンの文字列", en: "Token text" },
  rights: { ja: "許可する操作", en: "What it may do" },
  recordViewable: { ja: "レコードの閲覧", en: "View records" },
  recordAddable: { ja: "レコードの追加", en: "Add records" },
  recordEditable: { ja: "レコードの編集", en: "Edit records" },
  recordDeletable: { ja: "レコードの削除", en: "Delete records" },
  appEditable: { ja: "アプリの管理", en: "Manage the app" },
  note: { ja: "メモ", en: "Note" },
  noteHelp: {
    ja: "何に使っているトークンかを書いておくと、あとで整理できます。",
    en: "Say what the token is used for, to keep track of it.",
  },
  save: { ja: "この内容で保存する", en: "Save this token" },
  remove: { ja: "このトークンを削除する", en: "Delete this token" },
  live: { ja: "使えます", en: "In use" },
  fresh: { ja: "アプリを更新すると使えるようになります", en: "Works after the app is updated" },
  changed: { ja: "変更は、アプリを更新すると反映されます", en: "The change counts after the app is updated" },
  leaving: {
    ja: "削除したトークンが{count}個あります。アプリを更新するまでは、まだ使えます。",
    en: "{count} deleted token(s) still work until the app is updated.",
  },
  pendingTitle: { ja: "アプリにまだ反映されていない変更があります", en: "Changes that the app does not have yet" },
  pending: {
    ja: "トークンの生成・変更・削除は、アプリを更新したときに有効になります。準備中のほかの設定も、いっしょに反映されます。",
    en: "New, changed and deleted tokens count when the app is updated. Other prepared settings go with them.",
  },
  update: { ja: "アプリを更新する", en: "Update the app" },
  toPlugins: { ja: "このアプリのプラグインへ", en: "Plugins of this app" },
  toApp: { ja: "アプリへ戻る", en: "Back to the app" },
  added: {
    ja: "トークンを生成しました。許可する操作を選んで保存し、アプリを更新してください。",
    en: "A token was generated. Choose what it may do, save it, and update the app.",
  },
  saved: {
    ja: "トークンの設定を保存しました。アプリを更新すると有効になります。",
    en: "The token was saved. It counts after the app is updated.",
  },
  removed: {
    ja: "トークンを一覧から削除しました。アプリを更新すると使えなくなります。",
    en: "The token was deleted from the list. It stops working after the app is updated.",
  },
  updated: {
    ja: "アプリを更新しました。トークンは、この一覧のとおりに使えます。",
    en: "The app was updated. The tokens work as listed.",
  },
  updating: {
    ja: "アプリを更新しています。終わるまで少し待ってから、この画面を開き直してください。",
    en: "The app is being updated. Wait a moment and open this page again.",
  },
  failed: { ja: "できませんでした。{reason}", en: "That did not work. {reason}" },
});
