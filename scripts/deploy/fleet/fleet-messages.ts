import { defineMessages } from "../../../domain/message.ts";

/** The words of a fleet's table and lines. */
export const fleetMessages = defineMessages({
  title: { ja: "取りまとめ「{label}」({name}): {count}団体", en: "Fleet “{label}” ({name}): {count} municipalities" },
  wave: { ja: "組", en: "wave" },
  town: { ja: "団体", en: "municipality" },
  outcome: { ja: "結果", en: "outcome" },
  steps: { ja: "変更", en: "steps" },
  calls: { ja: "呼び出し", en: "calls" },
  estimate: { ja: "適用の見込み", en: "to apply" },
  seconds: { ja: "秒", en: "s" },
  release: { ja: "適用の名前", en: "release" },
  applied: { ja: "適用しました", en: "applied" },
  same: { ja: "変更なし", en: "as declared" },
  finished: { ja: "前回までに終了", en: "done before" },
  changes: { ja: "変更あり", en: "changes" },
  drift: { ja: "直接変えられている", en: "changed by hand" },
  consent: { ja: "同意待ち", en: "needs consent" },
  quota: { ja: "上限のため見送り", en: "put off (daily calls)" },
  failed: { ja: "失敗", en: "failed" },
  interrupted: { ja: "途中で中止", en: "interrupted" },
  "not-started": { ja: "始めていない", en: "not started" },
  total: {
    ja: "合計: {outcomes}(呼び出し{calls}回・{seconds}秒)",
    en: "Total: {outcomes} ({calls} calls, {seconds} s)",
  },
  count: { ja: "{outcome}{count}", en: "{count} {outcome}" },
  line: { ja: "・{wave} {label}({name}): {text}", en: "- {wave} {label} ({name}): {text}" },
  stoppedAfter: {
    ja: "{done}/{total}段階まで終えて止めました。続きは次に行います。",
    en: "Stopped after {done} of {total} steps; the next run continues.",
  },
  asks: {
    ja: "失われるものがあり、何も変えていません。よければ --allow-delete={codes} を付けます",
    en: "Nothing was changed, as something would be lost. To allow it: --allow-delete={codes}",
  },
  overuse: {
    ja: "「{app}」の今日のAPI呼び出しは{used}回で、適用の{planned}回を足すと1日の上限{limit}回を超えるため、何も変えずに見送りました。午前9時に数え直されてから、同じ行をもう一度実行してください",
    en: "Put off without any change: {app} has taken {used} calls today, and {planned} more would exceed the {limit} of a day. Run the same line again after 9:00 in Japan, when counting starts anew",
  },
  backup: { ja: "なくなった列の控え {file}。戻すには: {restore}", en: "Saved columns: {file}. To restore: {restore}" },
  manual: { ja: "手で行うこと: {message} {url}", en: "To be done by hand: {message} {url}" },
  note: { ja: "【注意】{message}", en: "[note] {message}" },
  nextApply: {
    ja: "適用するには、次の行を実行してください(はじめに組「{wave}」だけ。すべての組を続けて行うなら --waves)。\n  {command}",
    en: "To apply, run (first the wave “{wave}” alone; with --waves all of them):\n  {command}",
  },
  nextWave: {
    ja: "組「{wave}」がまだです。結果を確かめ、よければ同じ行をもう一度実行してください。",
    en: "The wave “{wave}” is still to come. Check the result, then run the same line again.",
  },
  nextRest: {
    ja: "原因を直して同じ行をもう一度実行すると、終わっていない{count}団体だけを行います(終わった団体には触れません)。",
    en: "Mend the cause and run the same line again: only the {count} unfinished ones are served; the others are left alone.",
  },
  begins: { ja: "{wave} {label}: 始めます", en: "{wave} {label}: begins" },
  ends: {
    ja: "[{done}/{total}] {wave} {label}: {outcome}{about}",
    en: "[{done}/{total}] {wave} {label}: {outcome}{about}",
  },
  about: { ja: "({steps}段階・呼び出し{calls}回・{seconds}秒)", en: " ({steps} steps, {calls} calls, {seconds} s)" },
  running: { ja: "  {label}: [{done}/{steps}] {summary}", en: "  {label}: [{done}/{steps}] {summary}" },
  looking: { ja: "  {label}: 調べています", en: "  {label}: reading" },
  summary: {
    ja: "  {done}/{total}団体・失敗{failed}・{seconds}秒経過{left}",
    en: "  {done}/{total} done, {failed} failed, {seconds} s{left}",
  },
  left: { ja: "・残り約{seconds}秒", en: ", about {seconds} s left" },
  stopping: {
    ja: "止めます。動いている段階が終わるまでお待ちください(もう一度 Ctrl-C を押すと、すぐに終わります。そのときも続きから再開できます)。",
    en: "Stopping as soon as the steps at work have ended (Ctrl-C again ends at once; it can be continued then as well).",
  },
});
