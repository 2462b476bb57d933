import { defineMessages } from "../../message.ts";

/** What every page says when it cannot show or do something. */
export const shellMessages = defineMessages({
  description: { ja: "アプリの説明", en: "About this app" },
  loading: { ja: "読み込んでいます…", en: "Loading…" },
  offlineTitle: { ja: "サーバーにつながりません", en: "The server does not answer" },
  offline: {
    ja: "ネットワークが切れているか、サーバーが止まっています。表示中の内容は最新でないことがあります。つながってから、もう一度お試しください。",
    en: "The network is down or the server has stopped. What you see may be out of date. Try again when you are connected.",
  },
  expiredTitle: { ja: "サインインの有効期限が切れました", en: "Your session has ended" },
  expired: {
    ja: "時間がたったため、この画面の操作を続けられません。サインインし直すと、同じ画面に戻ります。",
    en: "Too much time has passed to go on here. Sign in again to return to this page.",
  },
  forbiddenTitle: { ja: "権限がありません", en: "You have no permission" },
  forbidden: {
    ja: "この操作をする権限がありません。必要なときは、アプリの管理者に依頼してください。",
    en: "You are not allowed to do this. Ask the app administrator when you need it.",
  },
  missingTitle: { ja: "見つかりませんでした", en: "Not found" },
  missing: {
    ja: "ほかの人が削除した可能性があります。一覧を読み込み直して確かめてください。",
    en: "Someone else may have deleted it. Load the list again to check.",
  },
  queryTitle: { ja: "絞り込みの条件を読み取れませんでした", en: "The filter could not be read" },
  clearQuery: { ja: "絞り込みを解除する", en: "Clear the filter" },
  faultTitle: { ja: "操作を完了できませんでした", en: "This could not be done" },
  faultAdvice: {
    ja: "もう一度お試しください。続く場合は、アプリの管理者にこの内容をお伝えください。",
    en: "Please try again. If it goes on, tell the app administrator what is written here.",
  },
  signIn: { ja: "サインインする", en: "Sign in" },
  retry: { ja: "もう一度読み込む", en: "Load again" },
  close: { ja: "閉じる", en: "Close" },
  toDesktop: { ja: "PC用の画面へ", en: "Desktop page" },
  toMobile: { ja: "スマートフォン用の画面へ", en: "Mobile page" },
});
