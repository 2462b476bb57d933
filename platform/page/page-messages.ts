import { defineMessages } from "./message.ts";

/** What the server itself writes into pages: frame, sign-in and the pages that say what went wrong. */
export const pageMessages = defineMessages({
  product: { ja: "業務アプリ", en: "Business apps" },
  local: {
    ja: "このコンピューターの中だけで動くローカル環境です。",
    en: "This is a local environment that runs on this computer only.",
  },
  skip: { ja: "本文へ移動", en: "Skip to content" },
  breadcrumb: { ja: "現在の場所", en: "You are here" },
  portal: { ja: "ポータル", en: "Portal" },
  notifications: { ja: "通知", en: "Notifications" },
  unreadCount: { ja: "未読 {count}件", en: "{count} unread" },
  signOut: { ja: "サインアウト", en: "Sign out" },
  preference: { ja: "個人設定", en: "Personal settings" },
  signedInAs: { ja: "サインイン中の利用者", en: "Signed in as" },
  loading: { ja: "読み込んでいます…", en: "Loading…" },
  noScript: {
    ja: "この画面はJavaScriptを使います。ブラウザーの設定でJavaScriptを有効にしてから、もう一度開いてください。",
    en: "This page uses JavaScript. Turn JavaScript on in your browser and open the page again.",
  },
  desktopPage: { ja: "PC用の画面へ", en: "Desktop page" },
  mobilePage: { ja: "スマートフォン用の画面へ", en: "Mobile page" },

  signInTitle: { ja: "サインイン", en: "Sign in" },
  loginName: { ja: "ログイン名", en: "Login name" },
  password: { ja: "パスワード", en: "Password" },
  signIn: { ja: "サインイン", en: "Sign in" },
  signInFailed: {
    ja: "サインインできませんでした。ログイン名かパスワードが違います。大文字・小文字と全角・半角を確かめて、もう一度入力してください。",
    en: "You are not signed in. The login name or the password is wrong. Check upper and lower case, then enter them again.",
  },
  signInThrottled: {
    ja: "続けて何度も失敗したため、少しの間サインインを止めています。しばらく待ってから、もう一度お試しください。",
    en: "Signing in is paused after several failures. Wait a while and try again.",
  },
  signInExpired: {
    ja: "時間がたったため、もう一度サインインが必要です。サインインすると、元の画面に戻ります。",
    en: "Your session has ended. Sign in again to return to the page.",
  },
  formExpired: {
    ja: "サインインの画面の有効期限が切れていました。もう一度入力してください。",
    en: "The sign-in page had expired. Please enter your login name and password again.",
  },
  signedOut: { ja: "サインアウトしました。", en: "You have signed out." },

  listOf: { ja: "レコードの一覧", en: "Records" },
  report: { ja: "グラフ", en: "Graph" },
  recordDetail: { ja: "レコードの詳細", en: "Record" },
  recordCreate: { ja: "レコードの追加", en: "New record" },
  recordPrint: { ja: "レコードの印刷", en: "Print record" },
  csvUpload: { ja: "CSVファイルから読み込む", en: "Read records from a CSV file" },
  recordEdit: { ja: "レコードの編集", en: "Edit record" },
  appSettings: { ja: "アプリの設定", en: "App settings" },
  plugins: { ja: "プラグイン", en: "Plugins" },
  pluginConfig: { ja: "プラグインの設定", en: "Plugin settings" },
  pluginConfigOf: { ja: "「{name}」の設定", en: "Settings of “{name}”" },
  systemPlugins: { ja: "プラグインの管理", en: "Plugin management" },

  appNotFoundTitle: { ja: "アプリが見つかりません", en: "App not found" },
  appNotFound: {
    ja: "アプリ（番号 {app}）はありません。削除されたか、まだ公開されていない可能性があります。アドレスを確かめるか、ポータルから開き直してください。",
    en: "There is no app number {app}. It may have been deleted or not been published yet. Check the address or open it from the portal.",
  },
  pluginNotFoundTitle: { ja: "プラグインが見つかりません", en: "Plugin not found" },
  pluginNotFound: {
    ja: "このプラグインはアプリに追加されていないか、設定の画面がありません。プラグインの一覧から開き直してください。",
    en: "This plugin is not in the app or has no settings page. Open it from the list of plugins.",
  },
  pageNotFoundTitle: { ja: "ページが見つかりません", en: "Page not found" },
  pageNotFound: {
    ja: "このアドレスのページはありません。アドレスを確かめるか、ポータルから開き直してください。",
    en: "There is no page at this address. Check the address or start from the portal.",
  },
  forbiddenTitle: { ja: "この画面を開く権限がありません", en: "You cannot open this page" },
  forbidden: {
    ja: "お使いのアカウントには、この画面を使う権限がありません。何も変わっていません。必要なときは、アプリの管理者に権限を頼んでください。",
    en: "Your account may not use this page; nothing was changed. Ask the app's administrator for the right when you need it.",
  },
  faultTitle: { ja: "画面を表示できませんでした", en: "The page could not be shown" },
  fault: {
    ja: "サーバーで予期しない問題が起きました。保存済みのデータはそのまま残っています。少し待ってから、もう一度お試しください。続く場合は、管理者に番号 {id} をお伝えください。",
    en: "Something unexpected happened on the server. Saved data is untouched. Wait a little and try again; if it goes on, tell your administrator the number {id}.",
  },
  notBuiltTitle: { ja: "画面の部品がまだ作られていません", en: "The pages have not been built yet" },
  notBuilt: {
    ja: "サーバーは動いていますが、画面を表示する部品がありません。ターミナルで npm run build を実行してから、もう一度開いてください。",
    en: "The server runs, but the parts of the pages are missing. Run npm run build in a terminal and open the page again.",
  },
  toPortal: { ja: "ポータルへ", en: "Go to the portal" },
  toPlugins: { ja: "プラグインの一覧へ", en: "Go to the list of plugins" },

  installTitle: { ja: "プラグインを読み込む", en: "Install a plugin" },
  installFile: { ja: "プラグインのファイル（.zip）", en: "Plugin file (.zip)" },
  installHelp: {
    ja: "同じプラグインがすでにある場合は、新しい内容に置き換わります。使っているアプリにはすぐに反映されます。",
    en: "A plugin that is already installed is replaced, and the apps that use it get the new one at once.",
  },
  install: { ja: "読み込む", en: "Install" },
  installed: {
    ja: "「{name}」（バージョン {version}）を読み込みました。",
    en: "“{name}” (version {version}) is installed.",
  },
  installNoFile: {
    ja: "ファイルが選ばれていません。プラグインのzipファイルを選んでから「読み込む」を押してください。",
    en: "No file was chosen. Choose the plugin's zip file, then press Install.",
  },
  installFailed: {
    ja: "読み込めませんでした。{reason} 正しいプラグインのファイルか確かめて、もう一度お試しください。",
    en: "The plugin could not be installed. {reason} Check the file and try again.",
  },
  installTooLarge: { ja: "ファイルが大きすぎます（上限 50 MB）。", en: "The file is too large (limit 50 MB)." },
  removeAct: { ja: "削除", en: "Delete" },
  removeOf: { ja: "「{name}」を削除", en: "Delete “{name}”" },
  removeTitle: { ja: "「{name}」を削除しますか", en: "Delete “{name}”?" },
  removeBody: {
    ja: "削除すると、このプラグインを使っているアプリでは動かなくなります。アプリごとの設定は残り、同じプラグインをもう一度読み込むと元どおり動きます。",
    en: "It stops working in every app that uses it. Each app keeps its settings, so installing the plugin again brings it back.",
  },
  removeConfirm: { ja: "このプラグインを削除する", en: "Delete this plugin" },
  removeCancel: { ja: "やめる", en: "Keep it" },
  removed: { ja: "「{name}」を削除しました。", en: "“{name}” is deleted." },
  installedList: { ja: "読み込まれているプラグイン", en: "Installed plugins" },
  noPlugins: {
    ja: "まだプラグインはありません。上の欄でプラグインのファイルを読み込むと、アプリに追加できるようになります。",
    en: "No plugin is installed yet. Install a plugin file above to be able to add it to apps.",
  },
  pluginName: { ja: "プラグイン", en: "Plugin" },
  pluginVersion: { ja: "バージョン", en: "Version" },
  pluginId: { ja: "プラグインID", en: "Plugin ID" },
  pluginApps: { ja: "使っているアプリ", en: "Used by" },
  notUsed: { ja: "—", en: "—" },
});
