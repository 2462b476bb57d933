import { defineMessages } from "../../message.ts";

/** The comments beside a record. */
export const commentMessages = defineMessages({
  title: { ja: "コメント", en: "Comments" },
  empty: {
    ja: "まだコメントはありません。確認したいことや決まったことを書くと、この記録と一緒に残ります。",
    en: "There are no comments yet. What you write here stays with this record.",
  },
  loading: { ja: "コメントを読み込んでいます…", en: "Loading comments…" },
  write: { ja: "コメントを書く", en: "Write a comment" },
  hint: { ja: "「@」を入力すると、知らせる相手を選べます。", en: "Type @ to choose whom to notify." },
  choose: { ja: "＠ 知らせる相手を選ぶ", en: "@ Choose whom to notify" },
  mentioned: { ja: "知らせる相手", en: "Will be notified" },
  removeMention: { ja: "{name}を知らせる相手から外す", en: "Do not notify {name}" },
  candidates: { ja: "知らせる相手の候補", en: "People to notify" },
  candidateCount: {
    ja: "候補は{count}件です。上下の矢印キーで選び、Enterで決めます。",
    en: "{count} suggestions. Use the arrow keys and press Enter.",
  },
  noCandidate: {
    ja: "合う相手がいません。別の文字で探してください。",
    en: "Nobody matches. Try other letters.",
  },
  candidatesFailed: {
    ja: "相手の一覧を読み込めませんでした。このままコメントだけを書き込めます。",
    en: "The list of people could not be loaded. You can still write the comment.",
  },
  user: { ja: "利用者", en: "User" },
  group: { ja: "グループ", en: "Group" },
  organization: { ja: "組織", en: "Organization" },
  tooManyMentions: {
    ja: "知らせる相手は10件までです。これ以上は、別のコメントに分けてください。",
    en: "You can notify up to 10. Use another comment for more.",
  },
  post: { ja: "書き込む", en: "Post" },
  posting: { ja: "書き込んでいます…", en: "Posting…" },
  posted: { ja: "コメントを書き込みました。", en: "The comment was posted." },
  postFailed: {
    ja: "コメントを書き込めませんでした。入力した内容は残っています。{detail}",
    en: "The comment was not posted. What you typed is still here. {detail}",
  },
  remove: { ja: "削除", en: "Delete" },
  removeOf: { ja: "コメント{id}を削除", en: "Delete comment {id}" },
  removeTitle: { ja: "コメントを削除しますか", en: "Delete this comment?" },
  removeBody: {
    ja: "「{text}」を削除します。元に戻すことはできません。",
    en: "“{text}” will be deleted. This cannot be undone.",
  },
  removed: { ja: "コメントを削除しました。", en: "The comment was deleted." },
  removeFailed: { ja: "コメントを削除できませんでした。{detail}", en: "The comment was not deleted. {detail}" },
  older: { ja: "前のコメントを読み込む", en: "Load older comments" },
});
