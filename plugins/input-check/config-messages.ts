import { defineMessages } from "../../domain/message.ts";

/** What the settings screen says. */
export const configMessages = defineMessages({
  title: { ja: "入力チェックの設定", en: "Settings of the input check" },
  intro: {
    ja: "確認ごとに、強さを選べます。町の事情に合わないものは、ゆるめるか、使わないようにしてください。どの強さでも、下書きはいつでも保存できます。",
    en: "Choose how strict each check is. Relax or switch off what does not fit your town. A draft can always be saved.",
  },
  apps: { ja: "{id} · {apps}", en: "{id} · {apps}" },
  says: { ja: "出ることば：{says}", en: "It says: {says}" },
  level: { ja: "強さ", en: "Strictness" },
  stop: { ja: "直すまで、次へ送れない", en: "Must be corrected before it is sent on" },
  reason: { ja: "理由を選べば、次へ送れる", en: "Can be sent on once a reason is chosen" },
  hint: { ja: "知らせるだけ", en: "Only tells" },
  off: { ja: "使わない", en: "Not used" },
  initial: { ja: "{level}（はじめの設定）", en: "{level} (initial)" },
  fixed: {
    ja: "この確認はゆるめられません。kintoneの「重複禁止」が同じものを止めるためです。",
    en: "This check cannot be relaxed, because kintone itself refuses duplicates.",
  },
  note: { ja: "ゆるめた理由（必ず書いてください）", en: "Why it was relaxed (required)" },
  noteHelp: {
    ja: "担当が替わっても分かるように残します。例：試行中の3月末まで",
    en: "For whoever comes after you. Example: until the end of the trial in March",
  },
  noteMissing: {
    ja: "ゆるめた理由が空らんです。あとの人が分かるように、短く書いてください。",
    en: "Say briefly why, so that others understand it later.",
  },
  afterSave: {
    ja: "保存すると、プラグインの一覧に戻ります。そのあと「アプリを更新」を押すと、この設定が使われます。",
    en: "Saving leads back to the list of plugins. Press “Update app” there to put the settings to use.",
  },
  save: { ja: "設定を保存する", en: "Save the settings" },
  cancel: { ja: "保存しないで戻る", en: "Go back without saving" },
});
