import { defineMessages } from "../../message.ts";

/** The plugins of one app. */
export const adminMessages = defineMessages({
  title: { ja: "プラグイン", en: "Plugins" },
  lead: {
    ja: "このアプリに追加されているプラグインです。設定を変えたあとは「アプリを更新」を押すと、利用者の画面に反映されます。",
    en: "The plugins of this app. After changing settings press “Update app” to bring them to its users.",
  },
  savedTitle: { ja: "プラグイン「{name}」の設定を保存しました", en: "The settings of “{name}” are saved" },
  saved: {
    ja: "まだ利用者の画面には反映されていません。「アプリを更新」を押すと反映されます。",
    en: "They do not reach the app's users until you press “Update app”.",
  },
  pendingTitle: { ja: "まだ反映していない変更があります", en: "There are changes not published yet" },
  pending: {
    ja: "アプリの設定が、利用者の見ている内容と違っています。「アプリを更新」を押すと反映されます。",
    en: "The settings differ from what users see. Press “Update app” to publish them.",
  },
  toTokens: { ja: "このアプリのAPIトークンへ", en: "API tokens of this app" },
  upToDate: { ja: "すべての設定が利用者の画面に反映されています。", en: "All settings are published." },
  update: { ja: "アプリを更新", en: "Update app" },
  updating: { ja: "更新しています…", en: "Updating…" },
  updated: { ja: "アプリを更新しました。利用者の画面に反映されています。", en: "The app is updated for its users." },
  updateFailedTitle: { ja: "アプリを更新できませんでした", en: "The app could not be updated" },
  updateFailed: {
    ja: "設定は保存されていますが、利用者の画面は前のままです。設定を確かめてから、もう一度「アプリを更新」を押してください。",
    en: "Your settings are kept, but users see the app as before. Check the settings, then press “Update app” again.",
  },
  updateSlow: {
    ja: "更新に時間がかかっています。しばらくしてからこのページを開き直し、反映されたか確かめてください。",
    en: "The update takes long. Open this page again later to see whether it is done.",
  },
  name: { ja: "プラグイン", en: "Plugin" },
  version: { ja: "バージョン", en: "Version" },
  state: { ja: "設定", en: "Settings" },
  configure: { ja: "設定する", en: "Settings" },
  configureOf: { ja: "「{name}」を設定する", en: "Settings of “{name}”" },
  hasSettings: { ja: "設定済み", en: "Set up" },
  noSettings: { ja: "設定なし（既定のまま）", en: "Defaults" },
  needsSettings: { ja: "設定が必要", en: "Needs settings" },
  noConfigPage: { ja: "設定の画面はありません", en: "No settings page" },
  disabled: { ja: "無効", en: "Disabled" },
  emptyTitle: { ja: "このアプリにはプラグインがありません", en: "This app has no plugins" },
  empty: {
    ja: "プラグインは、配備のコマンド（npm run deploy -- apply）でアプリに追加されます。",
    en: "Plugins are added to the app by the deployment command (npm run deploy -- apply).",
  },
  toApp: { ja: "アプリを開く", en: "Open the app" },
  toSystem: { ja: "プラグインの管理", en: "Plugin management" },
});
