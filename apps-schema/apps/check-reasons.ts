import { dropDown } from "../schema/choice-fields.ts";
import { subtable } from "../schema/relation-fields.ts";
import { text } from "../schema/value-fields.ts";

/** The table in which the input check keeps why somebody passed a finding that needs a reason. */
export const checkReasons = subtable(
  "確認のうえ進めた理由",
  {
    cr_rule: text("確認の番号", { width: 120 }),
    cr_reason: dropDown("理由", ["町の事情による", "あとで直す", "例外として妥当", "その他"], { width: 200 }),
    cr_note: text("補足", { width: 320 }),
  },
  { purpose: "入力チェックの「理由を選べば進める」指摘について、選んだ理由を残す。" },
);
