import { defineMessages } from "../page/message.ts";

/**
 * Why a plugin package is refused. kintone's own codes and texts for these are not in our sources: they are answered as CB_VA01 with
 * `errors.fileKey`, one sentence for each kind of broken package.
 */
export const pluginFaults = defineMessages({
  notZip: {
    ja: "プラグインのファイルがZIP形式ではないか、壊れています。",
    en: "The plug-in file is not a zip file, or it is broken.",
  },
  missingEntry: {
    ja: "プラグインのファイルに「{name}」がありません。plugin-packerで作成したZIPファイルを指定してください。",
    en: 'The plug-in file has no "{name}". Specify a zip file made by plugin-packer.',
  },
  foreignEntry: {
    ja: "プラグインのファイルに余分なファイル「{name}」が含まれています。",
    en: 'The plug-in file contains a file that does not belong there: "{name}".',
  },
  tooLarge: {
    ja: "プラグインに含まれるファイル「{name}」が大きすぎます。上限は{limit}MBです。",
    en: 'The file "{name}" in the plug-in is too large. The limit is {limit} MB.',
  },
  tooLargeInAll: {
    ja: "プラグインに含まれるファイルの合計が大きすぎます。上限は{limit}MBです。",
    en: "The files in the plug-in are too large in all. The limit is {limit} MB.",
  },
  tooManyFiles: {
    ja: "プラグインに含まれるファイルが多すぎます。上限は{limit}個です。",
    en: "The plug-in contains too many files. The limit is {limit}.",
  },
  unsafePath: {
    ja: "プラグインに使用できないファイルパス「{name}」が含まれています。",
    en: 'The plug-in contains a file path that cannot be used: "{name}".',
  },
  duplicatePath: {
    ja: "プラグインに同じファイルパス「{name}」が2つ以上含まれています。",
    en: 'The plug-in contains the file path "{name}" more than once.',
  },
  badPublicKey: {
    ja: "プラグインの公開鍵（PUBKEY）を読み取れません。",
    en: "The public key (PUBKEY) of the plug-in cannot be read.",
  },
  wrongSignature: {
    ja: "プラグインの署名が正しくありません。ファイルが作成後に変更された可能性があります。",
    en: "The signature of the plug-in is not valid. The file may have been changed after it was packed.",
  },
  contentsNotZip: {
    ja: "contents.zipがZIP形式ではないか、壊れています。",
    en: "contents.zip is not a zip file, or it is broken.",
  },
  noManifest: { ja: "contents.zipにmanifest.jsonがありません。", en: "contents.zip has no manifest.json." },
  manyManifests: {
    ja: "contents.zipにmanifest.jsonが2つ以上含まれています。",
    en: "contents.zip has more than one manifest.json.",
  },
  manifestNotJson: { ja: "manifest.jsonが正しいJSONではありません。", en: "manifest.json is not valid JSON." },
  manifestInvalid: {
    ja: "manifest.jsonの内容が正しくありません：{reasons}",
    en: "manifest.json is not valid: {reasons}",
  },
  alreadyInstalled: {
    ja: "同じプラグイン（id: {id}）がすでに読み込まれています。更新するにはPUTを使用してください。",
    en: "The plug-in (id: {id}) is already installed. Use PUT to update it.",
  },
  wrongId: {
    ja: "プラグインのIDが一致しません。更新するプラグインは「{expected}」ですが、ファイルは「{actual}」です。作成時の秘密鍵が異なります。",
    en: 'The plug-in IDs differ. The plug-in to update is "{expected}" but the file is "{actual}": it was packed with another private key.',
  },
});
