import { defineMessages } from "../page/message.ts";

/**
 * The reasons inside GAIA_IL01. The Japanese texts were measured (fact sheet §7.1); the English ones of `fullWidth`, `mistyped`,
 * `mistypedSum` and `unknownField` are kintone help's, the others are ours.
 */
export const formulaMessages = defineMessages({
  unknownField: {
    ja: "計算式に含まれるフィールドコード（{code}）が存在しません。",
    en: "The field code ({code}) in the formula does not exist.",
  },
  unknownFunction: { ja: "{name}関数は使用できません。", en: "The {name} function cannot be used." },
  syntax: { ja: "計算式の文法が正しくありません。", en: "The format of the formula is not valid." },
  cycle: { ja: "フィールドの参照が循環しています。", en: "The field references form a loop." },
  needsExactly: {
    ja: "{name}関数には{count}個の引数が必要です。",
    en: "The {name} function requires {count} argument(s).",
  },
  needsAtLeast: {
    ja: "{name}関数には{count}個以上の引数が必要です。",
    en: "The {name} function requires at least {count} argument(s).",
  },
  takesAtMost: {
    ja: "{name}関数に指定できる引数は{count}個までです。",
    en: "The {name} function takes at most {count} argument(s).",
  },
  fullWidth: {
    ja: "全角記号「{sign}」が入力されています。半角記号「{half}」を入力してください。",
    en: 'You have entered a full-width symbol "{sign}". Use a half-width symbol "{half}" or check that the entered value is correct.',
  },
  mistyped: {
    ja: "「{sign}」が入力されています。「{meant}」を判定するには「{right}」を入力してください。",
    en: '"{sign}" needs correction. If the "{meant}" operator is what you want to use, enter "{right}" instead.',
  },
  mistypedSum: {
    ja: "「{sign}」が入力されています。「{meant}」を計算するには「{right}」を入力してください。",
    en: '"{sign}" needs correction. If the "{meant}" is what you want to use, enter "{right}" instead.',
  },
  fieldType: {
    ja: "計算式で利用できないフィールドタイプ({type})が指定されています。",
    en: "The formula uses a field of a type that formulas cannot use ({type}).",
  },
  operatorTypes: {
    ja: "演算子「{operator}」とデータ型の組み合わせが正しくありません。",
    en: 'The operator "{operator}" cannot be used with values of this data type.',
  },
  argumentTypes: {
    ja: "{name}関数と引数のデータ型の組み合わせが正しくありません。",
    en: "The {name} function cannot be used with arguments of this data type.",
  },
  listUse: {
    ja: "配列型の値に対して適切な関数が利用されていません。",
    en: "The function used is not appropriate for array-type values.",
  },
  /** Ours: no text for it is in the sources. */
  tooDeep: {
    ja: "計算式が長すぎるか、かっこの組み合わせが深すぎます。",
    en: "The formula is too long or its parentheses are nested too deeply.",
  },
});
