import { defineMessages } from "../../../domain/message.ts";

/** The words of a report around the plan's own sentences. */
export const reportMessages = defineMessages({
  nothing: {
    ja: "環境「{name}」は宣言どおりです。変えるものはありません。",
    en: "The environment “{name}” is as declared. Nothing to change.",
  },
  title: {
    ja: "環境「{name}」({label})の変更の計画: {steps}段階・{requests}件の書き込み・反映{waves}回",
    en: "Plan for “{name}” ({label}): {steps} steps, {requests} writes, {waves} deployments",
  },
  add: { ja: "方式: 足すだけ(add)", en: "Mode: add only" },
  merge: { ja: "方式: 足して変える。消さない(merge)", en: "Mode: merge (adds and changes, deletes nothing)" },
  mirror: { ja: "方式: 宣言と同じにする。消すこともある(mirror)", en: "Mode: mirror (may delete)" },
  drift: {
    ja: "宣言は前回の適用から変わっていません。下の変更は、kintoneの画面などで直接変えられた所を元に戻すものです。",
    en: "The declarations are those of the last release: the changes below undo what was changed by hand.",
  },
  domain: { ja: "全体", en: "Whole domain" },
  losses: { ja: "失われるもの(同意が要ります)", en: "What would be lost (needs consent)" },
  given: { ja: "同意済み", en: "allowed" },
  asking: { ja: "同意待ち: {code}", en: "not allowed yet: {code}" },
  saved: {
    ja: "適用の前に、なくなる列の控えを取ります: {fields}",
    en: "Saved before anything is written: {fields}",
  },
  manual: { ja: "手で行うこと(REST APIではできません)", en: "To be done by hand (REST cannot)" },
  hazards: { ja: "気をつけること", en: "Mind" },
  stop: { ja: "【中止】", en: "[stop] " },
  note: { ja: "【注意】", en: "[note] " },
  next: { ja: "適用するには、次の行を実行してください。", en: "To apply, run:" },
  nextConsent: {
    ja: "まだ何も変えていません。失われるものを確かめ、よければ次の行を実行してください(消してよいものだけを残します)。",
    en: "Nothing was changed yet. Check what would be lost; to allow it, run (keep only what may go):",
  },
  cut: { ja: "長いため、{count}個のアプリの明細を省きました。", en: "{count} more apps are left out for length." },
  done: {
    ja: "終わりました({steps}段階・{seconds}秒)。環境「{name}」は宣言どおりです。",
    en: "Done ({steps} steps, {seconds} s). “{name}” is as declared.",
  },
  stopped: { ja: "止まりました({done}/{total}段階)。{reason}", en: "Stopped after {done} of {total} steps. {reason}" },
  backup: {
    ja: "なくなった列の控え: {file}({records}件)。戻すには: {restore}",
    en: "Saved columns: {file} ({records} records). To restore: {restore}",
  },
  release: { ja: "この適用の名前: {tag}", en: "This release: {tag}" },
});
