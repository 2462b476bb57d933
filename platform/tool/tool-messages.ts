import { defineMessages } from "../page/message.ts";

/** What the request log page says. */
export const toolMessages = defineMessages({
  title: { ja: "リクエストの記録", en: "Request log" },
  help: {
    ja: "このサーバーが受けた最近のリクエストです（最大{limit}件、メモリーの中だけ）。パスワード、認証ヘッダー、本文は記録しません。",
    en: "The latest requests to this server (up to {limit}, in memory only). Passwords, authentication headers and bodies are not kept.",
  },
  method: { ja: "メソッド", en: "Method" },
  all: { ja: "すべて", en: "All" },
  text: { ja: "パスの一部・エラーコード", en: "Part of the path, or an error code" },
  status: { ja: "結果", en: "Result" },
  errors: { ja: "エラーだけ", en: "Refusals only" },
  filter: { ja: "絞り込む", en: "Filter" },
  reset: { ja: "絞り込みを解く", en: "Show all" },
  clear: { ja: "記録を消す", en: "Clear the log" },
  list: { ja: "リクエストの一覧", en: "Requests" },
  count: { ja: "{count}件", en: "{count} requests" },
  time: { ja: "時刻", en: "Time" },
  request: { ja: "リクエスト", en: "Request" },
  caller: { ja: "呼び出した人", en: "Caller" },
  duration: { ja: "時間（ms）", en: "Time (ms)" },
  cut: { ja: "切断", en: "cut" },
  faulted: { ja: "障害の注文", en: "fault on demand" },
  none: {
    ja: "当てはまるリクエストはまだありません。APIを呼び出すと、ここに新しい順に並びます。",
    en: "No such request yet. Call an API and it appears here, the newest first.",
  },
});
