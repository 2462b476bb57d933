import { defineMessages, fillMessage } from "../message.ts";
import { normalizeNumber } from "../normalize-number.ts";
import { toKpiValueKey } from "./kpi-value-key.ts";
import type { Rule, RuleContext, RuleFinding } from "./rule.ts";

const messages = defineMessages({
  emptyKey: {
    ja: "{label}が空らんです。{example}のように入れてください。",
    en: "{label} is empty. Enter it like {example}.",
  },
  malformedKey: {
    ja: "{label}の形が違います。{example}のように、半角で入れてください。",
    en: "{label} has the wrong form. Enter it like {example}, in half-width characters.",
  },
  taken: {
    ja: "{label}「{key}」は、ほかのレコードで使われています。番号を変えてください。",
    en: "{label} “{key}” is used by another record. Choose another one.",
  },
  takenValue: {
    ja: "この指標の{fy}年度・連番{seq}の値は、もう登録されています。登録済みのレコードを直すか、連番を変えてください。",
    en: "There is already a value of this indicator for {fy}, number {seq}. Edit that record, or change the number.",
  },
  keyDiffers: {
    ja: "重複防止キーが、指標・年度・連番と合っていません。「{key}」にしてください。",
    en: "The key does not agree with indicator, year and number. Make it “{key}”.",
  },
  fiscalYear: {
    ja: "年度は西暦の4けたで入れてください。例：2026（2000〜2100）",
    en: "Enter the fiscal year with four digits, such as 2026 (2000–2100).",
  },
  sequence: {
    ja: "連番は1以上の整数で入れてください。同じ年度の最初の値は1です。",
    en: "Enter a whole number from 1 on. The first value of a year is 1.",
  },
});

/**
 * Keys are unique and well formed. It stands beside kintone's own 重複禁止, which refuses duplicates with a text that does
 * not say what to do; so it cannot be relaxed, and it stops the save of a draft (as V-C4-2 does for text in a number field).
 */
export const keysAreUnique: Rule = {
  id: "V-G1",
  name: { ja: "番号（ID）が正しく、重ならない", en: "Ids are well formed and unique" },
  says: fillMessage(messages.taken, { label: "事業ID", key: "A-001" }),
  level: "stop",
  canBeRelaxed: false,
  moments: ["submit", "proceed", "batch"],
  judges: {
    action: ({ action_id }, context) =>
      judgeKey(
        { field: "action_id", label: "事業ID", labelEn: "The project id", example: "A-001", pattern: /^A-\d{3,}$/u },
        action_id,
        context,
      ),
    kpi: ({ kpi_id }, context) =>
      judgeKey(
        {
          field: "kpi_id",
          label: "指標ID",
          labelEn: "The indicator id",
          example: "K-001",
          pattern: /^K-\d{3,}(?:-v\d+)?$/u,
        },
        kpi_id,
        context,
      ),
    kpi_value: (record, { related }) => {
      const [fy, seq] = [normalizeNumber(record.fy), normalizeNumber(record.seq)];
      const parts: RuleFinding[] = [];
      if (fy === null || !/^\d{4}$/u.test(fy) || Number(fy) < 2000 || Number(fy) > 2100) {
        parts.push({ path: { field: "fy" }, message: messages.fiscalYear, blocksSave: true });
      }
      if (seq === null || !/^[1-9]\d*$/u.test(seq)) {
        parts.push({ path: { field: "seq" }, message: messages.sequence, blocksSave: true });
      }
      const key = toKpiValueKey(record);
      if (parts.length === 0 && key !== null && related.takenKeys?.includes(key)) {
        const message = fillMessage(messages.takenValue, { fy: fy ?? "", seq: seq ?? "" });
        parts.push({ path: { field: "fy" }, message, blocksSave: true });
      }
      if (parts.length === 0 && key !== null && record.kpi_fy_key !== key) {
        parts.push({
          path: { field: "kpi_fy_key" },
          message: fillMessage(messages.keyDiffers, { key }),
          blocksSave: true,
        });
      }
      return parts;
    },
  },
};

type Key = {
  readonly field: string;
  readonly label: string;
  readonly labelEn: string;
  readonly example: string;
  readonly pattern: RegExp;
};

function judgeKey(key: Key, value: string, { related }: RuleContext): RuleFinding[] {
  const message =
    value === ""
      ? messages.emptyKey
      : !key.pattern.test(value)
        ? messages.malformedKey
        : related.takenKeys?.includes(value)
          ? messages.taken
          : null;
  if (message === null) {
    return [];
  }
  const { ja } = fillMessage(message, { label: key.label, example: key.example, key: value });
  const { en } = fillMessage(message, { label: key.labelEn, example: key.example, key: value });
  return [{ path: { field: key.field }, message: { ja, en }, blocksSave: true }];
}
