import { defineMessages } from "../../../domain/message.ts";

/** What the suite says when kintone refuses: what happened, what it means, what to do. */
export const kintoneMessages = defineMessages({
  conflict: {
    ja: "ほかの人が先に保存しました。上書きを防ぐため、保存していません。画面を読み込み直してから、もう一度入力してください。",
    en: "Someone else saved first. Nothing was overwritten. Reload the page and enter your change again.",
  },
  forbidden: {
    ja: "この操作をする権限がありません。保存していません。必要なときは、DX担当（事務局）に権限を頼んでください。",
    en: "You do not have the right to do this. Nothing was saved. Ask the DX office for the right if you need it.",
  },
  notFound: {
    ja: "対象のレコードまたはアプリが見つかりません。削除されたか、見る権限がないようです。一覧を読み込み直して確かめてください。",
    en: "The record or app was not found. It was deleted, or you may not see it. Reload the list to check.",
  },
  invalid: {
    ja: "入力された内容を受け付けられませんでした。保存していません。{reason}",
    en: "The entry was not accepted. Nothing was saved. {reason}",
  },
  invalidWithoutReason: {
    ja: "項目の内容を確かめて、もう一度保存してください。",
    en: "Check the fields and save again.",
  },
  unauthenticated: {
    ja: "しばらく操作がなかったため、サインインが切れました。保存していません。この画面を閉じずに、別のタブでサインインしてから、もう一度保存してください。",
    en: "Your session has ended. Nothing was saved. Keep this page open, sign in again in another tab, then save again.",
  },
  offline: {
    ja: "ネットワークにつながっていません。保存していません。この画面を閉じずに、つながってからもう一度お試しください。",
    en: "There is no network connection. Nothing was saved. Keep this page open and try again when you are online.",
  },
  busy: {
    ja: "kintoneが混み合っています。保存していません。1分ほど待ってから、もう一度お試しください。",
    en: "kintone is busy. Nothing was saved. Wait about a minute and try again.",
  },
  unexpected: {
    ja: "思わぬ問題が起きて、終えられませんでした。画面を読み込み直してください。くり返すときは、この画面の写しをDX担当（事務局）に送ってください。",
    en: "Something unexpected stopped this. Reload the page. If it happens again, send a picture of this page to the DX office.",
  },
  handlerFailed: {
    ja: "「{plugin}」の動作中に問題が起きました。{reason}",
    en: "“{plugin}” ran into a problem. {reason}",
  },
});
