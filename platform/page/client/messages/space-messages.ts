import { defineMessages } from "../../message.ts";

/** Spaces on the portal, a space's page and its threads. */
export const spaceMessages = defineMessages({
  title: { ja: "スペース", en: "Spaces" },
  private: { ja: "非公開", en: "Private" },
  guest: { ja: "ゲストスペース", en: "Guest space" },
  memberCount: { ja: "参加メンバー {count}人", en: "{count} members" },
  announcement: { ja: "お知らせ", en: "Announcement" },
  noAnnouncement: { ja: "お知らせはまだありません。", en: "There is no announcement yet." },
  threads: { ja: "スレッド", en: "Threads" },
  thread: { ja: "スレッド", en: "Thread" },
  noThreads: { ja: "スレッドはまだありません。", en: "There are no threads yet." },
  comments: { ja: "コメント {count}件", en: "{count} comments" },
  noComments: {
    ja: "まだコメントはありません。ここに書くと、このスペースのメンバーが読めます。",
    en: "There are no comments yet. What you write here is read by the members of this space.",
  },
  readOnly: {
    ja: "このスペースのメンバーだけが書き込めます。",
    en: "Only members of this space can write here.",
  },
  files: { ja: "添付ファイル", en: "Attachments" },
  apps: { ja: "アプリ", en: "Apps" },
  noApps: {
    ja: "このスペースには、使えるアプリがまだありません。",
    en: "There are no apps in this space that you can use.",
  },
  members: { ja: "参加メンバー", en: "Members" },
  user: { ja: "利用者", en: "User" },
  group: { ja: "グループ", en: "Group" },
  organization: { ja: "組織", en: "Organization" },
  withSubs: { ja: "下位の組織を含む", en: "with organizations below" },
  admin: { ja: "管理者", en: "Administrator" },
  backToSpace: { ja: "「{name}」に戻る", en: "Back to “{name}”" },
  backToPortal: { ja: "ポータルに戻る", en: "Back to the portal" },
});
