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
  recordPermissions: {
    ja: "「{name}」のレコードのアクセス権を変える",
    en: "“{name}”: change the permissions of records",
  },
  fieldPermissions: {
    ja: "「{name}」のフィールドのアクセス権を変える: {names}",
    en: "“{name}”: change the permissions of the fields {names}",
  },
  generalNotifications: { ja: "「{name}」のアプリの通知を変える", en: "“{name}”: change the notices of the app" },
  recordNotifications: {
    ja: "「{name}」のレコードの条件通知を変える: {names}",
    en: "“{name}”: change the notices of records: {names}",
  },
  reminders: { ja: "「{name}」のリマインダーを変える: {names}", en: "“{name}”: change the reminders {names}" },
  reports: { ja: "「{name}」のグラフを変える: {names}", en: "“{name}”: change the graphs {names}" },
  actions: { ja: "「{name}」のアクションを変える: {names}", en: "“{name}”: change the actions {names}" },
  notes: { ja: "「{name}」の管理者用メモを書く", en: "“{name}”: write the notes for administrators" },
  deleteFields: { ja: "「{name}」の項目を{count}件消す: {codes}", en: "“{name}”: delete {count} fields: {codes}" },
  lostField: {
    ja: "アプリ「{name}」の項目「{label}」({code})を消します。値が入っている記録: {records}。",
    en: "The field “{label}” ({code}) of “{name}” goes; records with a value in it: {records}.",
  },
  lostOption: {
    ja: "アプリ「{name}」の項目「{label}」の選択肢「{option}」を消します。選んでいる記録: {records}。",
    en: "The option “{option}” of “{label}” in “{name}” goes; records with it: {records}.",
  },
  lostItem: {
    ja: "アプリ「{name}」の設定「{area}」から「{item}」を消します。",
    en: "“{item}” goes from the {area} of “{name}”.",
  },
  likelyRename: {
    ja: 'アプリ「{name}」では、宣言にない項目「{label}」({old})があり、同じ種類の項目({code})を新しく足します。名前を変えたのなら、宣言の項目に renamedFrom: "{old}" を書くと、値が残ります(値が入っている記録: {records})。別の項目なら、そのまま同意してください。',
    en: '“{name}” has the undeclared field “{label}” ({old}) and gets {code} of the same type. If it was renamed, write renamedFrom: "{old}" to keep its values (records with one: {records}); if not, allow it.',
  },
  renameBoth: {
    ja: "アプリ「{name}」に「{old}」と「{code}」の両方があるため、名前の変更(renamedFrom)ができません。片方をkintoneの画面で整理してから、もう一度実行してください。",
    en: "“{name}” has both {old} and {code}, so renamedFrom cannot be carried out. Sort them out in kintone, then run again.",
  },
  firstState: {
    ja: "アプリ「{name}」の最初の状態を「{state}」に変えられません。kintoneでは最初の状態の前に状態を足せず、名前を変えることだけができます。今の最初の状態の名前を変えるなら、宣言の状態「{state}」に renamedFrom を書いてください。",
    en: "“{state}” cannot become the first state of “{name}”: kintone only renames the first state. Write renamedFrom at the state if that is what is meant.",
  },
  downgrade: {
    ja: "プラグイン「{plugin}」を {from} から古い {version} に戻します。",
    en: "The plugin “{plugin}” would go back from {from} to {version}.",
  },
  deployBeforeDelete: {
    ja: "参照をやめたアプリ{count}件を反映する(参照されている項目は消せないため)",
    en: "Deploy the {count} apps that no longer refer to fields that go",
  },
  unknownCount: { ja: "数えられません", en: "not known" },
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
  releaseMark: {
    ja: "「{name}」の説明の目印に、この適用の名前を書く",
    en: "“{name}”: write the name of this release into the mark of its description",
  },
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
    ja: "アプリ「{name}」に、まだ反映していない設定の変更があります(変わっている所: {areas})。だれが変えたかはkintoneのAPIでは分かりません(最後に反映したのは {who})。作業した人がkintoneの「アプリを更新」で反映するか「変更を中止」してから、もう一度実行してください。",
    en: "Somebody changed settings of “{name}” and did not deploy them ({areas}). kintone's API does not tell who (last deployed by {who}). Deploy or discard them in kintone, then run again.",
  },
  restingDraft: {
    ja: "アプリ「{name}」に、まだ反映していない設定の変更があります(変わっている所: {areas})。だれが変えたかはkintoneのAPIでは分かりません(最後に反映したのは {who})。今回の計画では触れません。",
    en: "Somebody changed settings of “{name}” and did not deploy them ({areas}). kintone's API does not tell who (last deployed by {who}). This plan does not touch them.",
  },
  missingPrincipal: {
    ja: "役割の割り当て先がkintoneにありません: {names}。kintoneに作るか、環境ファイルの principals を直してください。",
    en: "The domain lacks the principals {names}. Create them or mend “principals” of the environment.",
  },
  stalePlugin: {
    ja: "アプリ「{name}」に、同じ名前で署名の鍵が違うプラグイン「{plugin}」が残っています。REST APIでは外せないため、アプリの設定画面で外してください。",
    en: "“{name}” still has a plugin “{plugin}” signed with another key. Only the app's settings page can remove it.",
  },
  disabledPlugin: {
    ja: "アプリ「{name}」で、プラグイン「{plugin}」が無効になっています。REST APIでは有効にできないため、アプリの設定画面で有効にしてください。",
    en: "The plugin “{plugin}” is disabled in “{name}”. Only the app's settings page can enable it.",
  },
});
