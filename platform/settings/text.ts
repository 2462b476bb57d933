import type { Text } from "./fault.ts";

/**
 * What the settings APIs say about a wrong parameter. `required`, `atLeast`, `notInEnum`, `codeHasWrongSigns`, `targetTwice` and
 * `typesDoNotMatch` are texts measured on a real tenant (ja); the rest are ours, in the same tone.
 */
export const settingsText = {
  categoriesTooDeep: {
    ja: "カテゴリーは5階層までです。5階層目のカテゴリーには下位のカテゴリーを指定できません。",
    en: "Categories have five levels at most. One of the fifth level takes none below it.",
  },
  required: { ja: "必須です。", en: "Required field." },
  notInEnum: { ja: "Enum値のいずれかでなければなりません。", en: "must be one of the enum value" },
  notBoolean: { ja: "trueまたはfalseを指定してください。", en: "must be true or false" },
  notText: { ja: "文字列を指定してください。", en: "must be a string" },
  notNumber: { ja: "数字でなければなりません。", en: "Only numbers are allowed." },
  notInteger: { ja: "整数でなければなりません。", en: "must be an integer" },
  notObject: { ja: "オブジェクトを指定してください。", en: "must be an object" },
  notList: { ja: "配列を指定してください。", en: "must be an array" },
  codeHasWrongSigns: {
    ja: "先頭に数字が使用されているか、使用できない記号、またはスペースが含まれているため保存できません。",
    en: "The field code starts with a number, or contains symbols or spaces that cannot be used.",
  },
  codeIsReserved: {
    ja: "このフィールドコードはシステムで予約されているため使用できません。",
    en: "This field code is reserved by the system and cannot be used.",
  },
  codeIsTaken: { ja: "フィールドコードが重複しています。", en: "The field code is already used." },
  codeDiffersFromKey: {
    ja: "propertiesのキーと同じフィールドコードを指定してください。",
    en: "must be the same as the key in properties",
  },
  typeCannotBeAdded: {
    ja: "この種類のフィールドは追加できません。",
    en: "A field of this type cannot be added.",
  },
  systemFieldStays: {
    ja: "システムのフィールドは削除できません。",
    en: "A system field cannot be deleted.",
  },
  tableNeedsField: {
    ja: "テーブルのすべてのフィールドは削除できません。テーブルを削除してください。",
    en: "Not all fields of a table can be deleted. Delete the table instead.",
  },
  typeNotInTable: {
    ja: "この種類のフィールドはテーブルに入れられません。",
    en: "A field of this type cannot be placed in a table.",
  },
  typeCannotChange: {
    ja: "フィールドの種類は変更できません。",
    en: "The type of a field cannot be changed.",
  },
  optionsMissing: { ja: "選択肢を1つ以上指定してください。", en: "Specify at least one option." },
  optionTwice: { ja: "選択肢が重複しています。", en: "The options contain duplicates." },
  optionLabelDiffers: {
    ja: "新しい選択肢のlabelには、optionsのキーと同じ値を指定してください。",
    en: "The label of a new option must be the same as its key.",
  },
  notADate: { ja: "日付の形式が正しくありません。", en: "The date is not valid." },
  noPeriodicReports: {
    ja: "このサーバーは定期レポートを作成しません。activeにfalseを指定してください。",
    en: "This server draws up no periodic reports. Set active to false.",
  },
  notATime: { ja: "時刻の形式が正しくありません。", en: "The time is not valid." },
  notADateTime: { ja: "日時の形式が正しくありません。", en: "The date and time are not valid." },
  lookupSourceNeedsKey: {
    ja: "ルックアップのコピー元に指定できるのは、重複を禁止したフィールドかレコード番号です。",
    en: "The key field of a lookup must prohibit duplicate values or be the record number.",
  },
  targetTwice: {
    ja: "コピー先のフィールドの設定が重複しています。",
    en: "The settings of the destination field are duplicated.",
  },
  typesDoNotMatch: {
    ja: "指定したフィールドの組み合わせが正しくない、または指定できない種類のフィールドを指定しています。",
    en: "The combination of fields is not correct, or a field of a type that cannot be specified is used.",
  },
  fieldNotOnForm: {
    ja: "フォームにないフィールドです。",
    en: "The field is not on the form.",
  },
  fieldTwiceInLayout: {
    ja: "同じフィールドが2回以上指定されています。",
    en: "The field is placed more than once.",
  },
  typeDiffersFromForm: {
    ja: "フィールドの種類がフォームの設定と異なります。",
    en: "The type differs from the field on the form.",
  },
  elementIdTwice: { ja: "要素IDが重複しています。", en: "The element ID is already used." },
  elementIdHasWrongSigns: {
    ja: "要素IDに使用できない文字が含まれています。",
    en: "The element ID contains characters that cannot be used.",
  },
  nameDiffersFromKey: {
    ja: "新しく追加するときは、キーと同じ名前を指定してください。",
    en: "The name of a new entry must be the same as its key.",
  },
  nameTwice: { ja: "名前が重複しています。", en: "The name is already used." },
  indexTwice: { ja: "indexが重複しています。", en: "The index is already used." },
  wrongFieldForUse: {
    ja: "指定できない種類のフィールドを指定しています。",
    en: "A field of this type cannot be used here.",
  },
  hoursWithoutInstant: {
    ja: "hoursLaterは、日時のフィールドに対して、timeの代わりに指定します。",
    en: "hoursLater takes the place of time and needs a field with date and time.",
  },
  wrongQuery: { ja: "クエリ記法が間違っています。", en: "The query is not valid." },
  statusInCondition: {
    ja: "アクションの条件にステータスは使用できません。",
    en: "The status cannot be used in the condition of an action.",
  },
  statusUnknown: {
    ja: "指定したステータスが見つかりません。",
    en: "The status is not found.",
  },
  firstStateAdded: {
    ja: "最初のステータスは追加できません。名前の変更だけができます。",
    en: "The first status cannot be added; it can only be renamed.",
  },
  firstStateAssignee: {
    ja: "最初のステータスの作業者には、作成者だけを指定できます。",
    en: "Only the creator can be the assignee of the first status.",
  },
  processNeverSet: {
    ja: "プロセス管理を有効にするには、ステータスを指定してください。",
    en: "Specify the statuses to enable process management.",
  },
  rightNeedsAnother: {
    ja: "編集・削除には閲覧の許可、ファイルの読み込みには追加の許可もあわせて必要です。",
    en: "Editing and deleting also need the right to view, importing also needs the right to add.",
  },
  usedInRecordAcl: {
    ja: "レコードのアクセス権の条件で使用されているため、削除できません。先にアクセス権の条件を変更してください。",
    en: "The field is used in a condition of the record permissions and cannot be deleted. Change the condition first.",
  },
  notFound: { ja: "指定した値が見つかりません。", en: "The specified value is not found." },
  wrongUrl: { ja: "URLはhttps://から始めてください。", en: "The URL must start with https://." },
} as const satisfies Record<string, Text>;

/** Guess for the wording: kintone's own text for a value over the limit is not in our sources. */
export function textTooLong(max: number): Text {
  return { ja: `${max}文字以下で指定してください。`, en: `must be ${max} characters or less` };
}

export function textAtLeast(min: number): Text {
  return { ja: `最小でも${min}以上です。`, en: `must be greater than or equal to ${min}` };
}

export function textAtMost(max: number): Text {
  return { ja: `最大でも${max}以下です。`, en: `must be less than or equal to ${max}` };
}

export function textTooMany(max: number): Text {
  return { ja: `指定できるのは${max}個までです。`, en: `Up to ${max} can be specified.` };
}

export function textNotInOptions(value: string): Text {
  return { ja: `"${value}"は選択肢にありません。`, en: `The value, "${value}", is not in options.` };
}

export function textMissingInLayout(codes: readonly string[]): Text {
  const list = codes.join(", ");
  return {
    ja: `フォームのすべてのフィールドを指定してください。不足しているフィールド：${list}`,
    en: `Every field of the form must be in the layout. Missing: ${list}`,
  };
}
