import { defineMessages } from "../../message.ts";

/** What `kintone.*` functions answer to the people who write and set up customizations. */
export const kintoneMessages = defineMessages({
  proxy: {
    ja: "この環境は外部のサーバーへ接続しません。外部との連携は、本番のkintoneで確かめてください。",
    en: "This platform opens no connection to other servers. Try calls to other services on a real kintone.",
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
