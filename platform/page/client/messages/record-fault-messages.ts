import { defineMessages } from "../../message.ts";

/** What went wrong between the page and the server, or inside a customization. */
export const faultMessages = defineMessages({
  offline: {
    ja: "サーバーにつながりません。入力した内容はこの画面に残っています。ネットワークを確かめて、もう一度お試しください。",
    en: "The server does not answer. What you typed is still on this page. Check the network and try again.",
  },
  unreadable: {
    ja: "サーバーから読み取れない返事が届きました。少し待ってから、もう一度お試しください。",
    en: "The server sent an answer that could not be read. Wait a little and try again.",
  },
  otherUser: {
    ja: "別の利用者でサインインしています。「{name}」でサインインし直してから、もう一度お試しください。",
    en: "Someone else is signed in now. Sign in again as “{name}” and try again.",
  },
  script: {
    ja: "カスタマイズ用のJavaScriptの実行時にエラーが発生しました。",
    en: "An error occurred while running the JavaScript customization.",
  },
  scriptAdvice: {
    ja: "入力した内容は残っています。くり返す場合は、下の内容をアプリの管理者にお伝えください。",
    en: "What you typed is still here. If it happens again, tell the app administrator what is written below.",
  },
  close: { ja: "閉じる", en: "Close" },
});
