import type { Message } from "../../../domain/message.ts";
import { defineMessages } from "../../../domain/message.ts";
import type { SettingsArea } from "./plan.ts";

/** The areas as kintone's own settings pages call them. */
export const areaNames: Readonly<Record<SettingsArea, Message>> = defineMessages({
  fields: { ja: "フォームの項目", en: "form fields" },
  layout: { ja: "フォームの並び", en: "form layout" },
  views: { ja: "一覧", en: "views" },
  settings: { ja: "アプリ名と説明・表示", en: "name, description and appearance" },
  process: { ja: "プロセス管理", en: "process management" },
  permissions: { ja: "アプリのアクセス権", en: "permissions for the app" },
  "record-permissions": { ja: "レコードのアクセス権", en: "permissions for records" },
  "field-permissions": { ja: "フィールドのアクセス権", en: "permissions for fields" },
  "general-notifications": { ja: "アプリの条件通知", en: "app notifications" },
  "record-notifications": { ja: "レコードの条件通知", en: "per-record notifications" },
  reminders: { ja: "リマインダーの条件通知", en: "reminders" },
  reports: { ja: "グラフ", en: "graphs" },
  actions: { ja: "アプリアクション", en: "app actions" },
  notes: { ja: "管理者用メモ", en: "notes for administrators" },
  customize: { ja: "JavaScript / CSS", en: "JavaScript and CSS" },
  "app-plugins": { ja: "プラグイン", en: "plug-ins" },
});
