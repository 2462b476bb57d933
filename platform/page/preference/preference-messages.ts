import { defineMessages } from "../message.ts";

/** The texts of the page on which people set what is theirs. */
export const preferenceMessages = defineMessages({
  title: { ja: "個人設定", en: "Personal settings" },
  displayTitle: { ja: "表示", en: "Display" },
  language: { ja: "表示言語", en: "Display language" },
  auto: { ja: "Webブラウザーの設定に従う", en: "As the browser is set" },
  ja: { ja: "日本語", en: "Japanese (日本語)" },
  en: { ja: "英語（English）", en: "English" },
  timezone: { ja: "タイムゾーン", en: "Time zone" },
  timeFormat: { ja: "時刻の表記", en: "Time format" },
  TWENTY_FOUR: { ja: "24時間（14:30）", en: "24 hours (14:30)" },
  TWELVE: { ja: "12時間（午後2:30）", en: "12 hours (2:30 PM)" },
  noticesTitle: { ja: "通知", en: "Notifications" },
  noticesHelp: {
    ja: "この環境はメールもデスクトップ通知も送りません。通知は「通知」の画面で読めます。ここでの選択は保存され、カスタマイズが読み取れます。",
    en: "This environment sends neither mail nor desktop notifications: they are read on the page Notifications. What you choose is kept, and customizations can read it.",
  },
  desktop: { ja: "デスクトップ通知を受け取る", en: "Receive desktop notifications" },
  mail: { ja: "メール通知を受け取る", en: "Receive notifications by mail" },
  condition: { ja: "メールで受け取る通知", en: "Notifications sent by mail" },
  TO_ME: { ja: "自分宛の通知のみ", en: "Those addressed to me only" },
  ALL: { ja: "すべての通知", en: "All notifications" },
  format: { ja: "メールの形式", en: "Format of the mail" },
  TEXT: { ja: "テキスト", en: "Text" },
  HTML: { ja: "HTML", en: "HTML" },
  save: { ja: "保存する", en: "Save" },
  saved: { ja: "個人設定を保存しました。", en: "Your settings were saved." },
  wrong: {
    ja: "保存できませんでした。選べない値が含まれています。もう一度選んで保存してください。",
    en: "Nothing was saved: one of the values cannot be chosen. Choose again and save.",
  },
});
