import { defineApp } from "../schema/app-schema.ts";
import { dropDown } from "../schema/choice-fields.ts";
import { group, row } from "../schema/layout.ts";
import { key, multiLineText, text } from "../schema/value-fields.ts";
import { listView } from "../schema/view.ts";
import { officeKept } from "./permissions.ts";

export const glossary = defineApp({
  key: "glossary",
  name: "用語集",
  description:
    "計画書の用語集にある14の言葉です。説明は計画書のままです。やさしい言い換えを足すと、町民への説明に使えます。",
  theme: "WHITE",
  icon: "APP33",
  keyField: "term",
  titleField: "term",
  fields: {
    term: key("用語", { width: 400 }),
    term_kana: text("よみ", { width: 280, help: "五十音で並べるために使います。カタカナで入れます。" }),
    row_kana: dropDown("五十音行", ["あ行", "か行", "さ行", "た行", "な行", "は行", "ま行", "や行", "ら行", "わ行"], {
      purpose: "計画書の用語集での行。",
    }),
    definition: multiLineText("用語解説", { purpose: "計画書のままの文。" }),
    plain_definition: multiLineText("やさしい言い換え", { help: "小学生にも分かる言葉で、短く書きます。" }),
    added_in_version: text("加わった版", { width: 160 }),
  },
  layout: [
    group("g_plan", { label: "計画書の記載", open: true }, [
      row("term"),
      row("row_kana", "term_kana", "added_in_version"),
      row("definition"),
    ]),
    group("g_plain", { label: "やさしい言い換え", open: true }, [row("plain_definition")]),
  ],
  views: [
    listView("五十音順", {
      columns: ["row_kana", "term", "term_kana", "definition"],
      sort: [
        ["row_kana", "asc"],
        ["term_kana", "asc"],
        ["term", "asc"],
      ],
    }),
    listView("よみがまだのもの", {
      columns: ["term", "term_kana", "row_kana"],
      where: [{ field: "term_kana", operator: "=", value: "" }],
      sort: [["term", "asc"]],
    }),
  ],
  permissions: officeKept,
  plugins: [],
});
