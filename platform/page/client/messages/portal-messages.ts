import { defineMessages } from "../../message.ts";

/** The page that lists the apps. */
export const portalMessages = defineMessages({
  title: { ja: "アプリ", en: "Apps" },
  count: { ja: "{count}件", en: "{count} apps" },
  search: { ja: "アプリ名で探す", en: "Find an app" },
  searchResult: { ja: "{count}件のアプリが見つかりました", en: "{count} apps found" },
  noMatch: {
    ja: "「{text}」に合うアプリはありません。ほかの言葉で探してください。",
    en: "No app matches “{text}”. Try other words.",
  },
  emptyTitle: { ja: "使えるアプリがまだありません", en: "There are no apps yet" },
  empty: {
    ja: "ここには、業務で使うアプリが並びます。アプリは、管理者がターミナルから配備すると表示されます。",
    en: "The apps you work with appear here once an administrator has deployed them from the terminal.",
  },
  emptyAdmin: {
    ja: "プロジェクトのフォルダーで npm start を実行すると、アプリ一式が作られます。",
    en: "Run npm start in the project folder to create the apps.",
  },
  noDescription: { ja: "説明はありません", en: "No description" },
  systemPlugins: { ja: "プラグインの管理", en: "Plugin management" },
});
