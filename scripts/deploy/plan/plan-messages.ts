import { defineMessages } from "../../../domain/message.ts";

/** Summaries of steps and texts of hazards, as an administrator reads them. */
export const planMessages = defineMessages({
  groups: { ja: "グループを作る: {names}", en: "Create groups: {names}" },
  installPlugin: { ja: "プラグイン「{plugin}」{version} を読み込む", en: "Install the plugin “{plugin}” {version}" },
  updatePlugin: {
    ja: "プラグイン「{plugin}」を {from} から {version} に更新する",
    en: "Update the plugin “{plugin}” from {from} to {version}",
  },
  rebuiltPlugin: {
    ja: "プラグイン「{plugin}」{version} を作り直したものに入れ替える",
    en: "Replace the plugin “{plugin}” {version} by its new build",
  },
  createApp: { ja: "アプリ「{name}」を作る", en: "Create the app “{name}”" },
  permissions: { ja: "「{name}」のアクセス権を変える: {names}", en: "“{name}”: change the permissions of {names}" },
  closedApps: {
    ja: "アプリ「{apps}」は今、全員が使えます。適用すると、役割の割り当て先に入っていない人は使えなくなるか、できることが減ります。使う人が principals のグループや組織に入っているかを、先に確かめてください。",
    en: "Everyone can use {apps} now. After this plan, people outside the principals of the roles lose that. Check first that those who need the apps are in them.",
  },
  ownPermissions: {
    ja: "アプリ「{apps}」には、宣言にないアクセス権で書き込める人がいます: {names}。そのまま残します。要らないものは、アプリの設定の「アプリのアクセス権」で消してください。",
    en: "“{apps}”: {names} may write, which is not declared. It stays; remove it on each app's permissions page if it is not wanted.",
  },
  hiddenRecords: {
    ja: "アプリ「{name}」の記録を見る権限がないため、足りない記録を調べていません。適用したあとで、もう一度実行してください。",
    en: "The account may not view the records of “{name}”, so missing ones are not known. Run again after applying.",
  },
  addFields: { ja: "「{name}」に項目を{count}件足す: {codes}", en: "“{name}”: add {count} fields: {codes}" },
  changeFields: { ja: "「{name}」の項目を{count}件変える: {codes}", en: "“{name}”: change {count} fields: {codes}" },
  addReferences: {
    ja: "「{name}」にほかのアプリを参照する項目を{count}件足す: {codes}",
    en: "“{name}”: add {count} fields that refer to other apps: {codes}",
  },
  layout: { ja: "「{name}」のフォームの並びを変える", en: "“{name}”: change the form layout" },
  process: { ja: "「{name}」のプロセス管理を設定する", en: "“{name}”: set the process" },
  views: { ja: "「{name}」の一覧を変える: {names}", en: "“{name}”: change the views: {names}" },
  settings: { ja: "「{name}」の名前・説明・表示を設定する", en: "“{name}”: set name, description and appearance" },
  addPlugins: { ja: "「{name}」にプラグインを足す: {names}", en: "“{name}”: add the plugins {names}" },
  deployNew: {
    ja: "作ったアプリ{count}件を使えるようにする(参照される項目は先に公開が要ります)",
    en: "Deploy the {count} new apps (fields can only refer to live ones)",
  },
  deployLookups: {
    ja: "ルックアップを足したアプリ{count}件を使えるようにする(関連レコードから参照するため)",
    en: "Deploy the {count} apps with new lookups (related records find records by them)",
  },
  deploy: { ja: "変更したアプリ{count}件を反映する", en: "Deploy the {count} changed apps" },
  customize: { ja: "「{name}」に環境の設定ファイルを置く", en: "“{name}”: upload the settings of this environment" },
  records: { ja: "「{name}」に計画の記録を{count}件足す", en: "“{name}”: add {count} records of the plan" },
  sample: { ja: "「{name}」に見本を{count}件足す", en: "“{name}”: add {count} sample records" },
  typeChange: {
    ja: "アプリ「{name}」の項目「{code}」の種類が宣言({wanted})と違います(今は {found})。kintoneでは項目の種類を変えられません。kintoneの画面で項目コードを変えるか項目を消してから、もう一度実行してください。",
    en: "The field “{code}” of “{name}” is a {found}, declared as {wanted}. kintone cannot change the type of a field: rename or remove it, then run again.",
  },
  foreignDraft: {
    ja: "アプリ「{name}」に、まだ反映していない設定の変更があります。作業した人がkintoneの「アプリを更新」で反映するか「変更を中止」してから、もう一度実行してください。",
    en: "“{name}” has changed settings that are not deployed. Deploy or discard them in kintone, then run again.",
  },
  restingDraft: {
    ja: "アプリ「{name}」に、まだ反映していない設定の変更があります。今回の計画では触れません。",
    en: "“{name}” has changed settings that are not deployed. This plan does not touch them.",
  },
  missingPrincipal: {
    ja: "役割の割り当て先がkintoneにありません: {names}。kintoneに作るか、環境ファイルの principals を直してください。",
    en: "The domain lacks the principals {names}. Create them or mend “principals” of the environment.",
  },
  stalePlugin: {
    ja: "アプリ「{name}」に、同じ名前で署名の鍵が違うプラグイン「{plugin}」が残っています。REST APIでは外せないため、アプリの設定画面で外してください。",
    en: "“{name}” still has a plugin “{plugin}” signed with another key. Only the app's settings page can remove it.",
  },
});
