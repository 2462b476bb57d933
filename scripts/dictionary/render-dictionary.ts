import { describeFields, type DictionaryRow } from "./describe-fields.ts";

const typeNames: Readonly<Record<DictionaryRow["type"], string>> = {
  SINGLE_LINE_TEXT: "文字列（1行）",
  MULTI_LINE_TEXT: "文字列（複数行）",
  NUMBER: "数値",
  DATE: "日付",
  LINK: "リンク",
  FILE: "添付ファイル",
  RADIO_BUTTON: "ラジオボタン",
  DROP_DOWN: "ドロップダウン",
  CHECK_BOX: "チェックボックス",
  MULTI_SELECT: "複数選択",
  USER_SELECT: "ユーザー選択",
  ORGANIZATION_SELECT: "組織選択",
  GROUP_SELECT: "グループ選択",
  LOOKUP: "ルックアップ",
  REFERENCE_TABLE: "関連レコード一覧",
  SUBTABLE: "テーブル",
};

const csvHead = [
  "app_key",
  "app",
  "table",
  "code",
  "label",
  "type",
  "required",
  "options",
  "rules",
  "purpose",
  "source",
] as const;

/** The dictionary as CSV: UTF-8 with BOM and CRLF, as spreadsheets of town halls expect it. */
export function renderDictionaryCsv(): string {
  const lines = describeFields().map((row) => [
    row.appKey,
    row.app,
    row.table,
    row.code,
    row.label,
    row.type,
    row.required ? "必須" : "",
    row.options.join("|"),
    row.rules.join("|"),
    row.purpose,
    row.source,
  ]);
  return `\u{FEFF}${[csvHead, ...lines].map((cells) => `${cells.map(quote).join(",")}\r\n`).join("")}`;
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

const markdownHead = `# データ辞書

すべてのアプリの、すべての項目です。アプリの宣言（\`apps-schema/apps/\`）から \`node scripts/bootstrap.mjs dictionary\` で作ります。手で直さず、宣言か \`scripts/dictionary/purposes.ts\` を直して作り直してください（\`test/data-dictionary.test.ts\` が比べます）。同じ内容の表計算用のファイルは \`data-dictionary.csv\`（UTF-8・BOMつき・CRLF）です。

- **必須**は、kintoneが保存を止める項目です。ほかの項目は、空のままでも下書きとして保存できます。
- **確認**は、入力チェックの番号です（\`domain/rules/\`）。
- 年度は西暦の数字です。コードが同じ項目は、どのアプリでも同じ意味です。
- コードの前の「└」は、その上のテーブルの列です。
`;

/** The dictionary as a page, app by app. */
export function renderDictionaryMarkdown(): string {
  const rows = describeFields();
  const apps = [...new Set(rows.map(({ appKey }) => appKey))];
  const sections = apps.map((key) => renderApp(rows.filter(({ appKey }) => appKey === key)));
  return `${markdownHead}\n${sections.join("\n")}`;
}

function renderApp(rows: readonly DictionaryRow[]): string {
  const [first] = rows;
  const lines = rows.map(
    (row) =>
      `| ${row.table === "" ? "" : "└ "}\`${row.code}\` | ${[
        row.label,
        typeNames[row.type],
        row.required ? "必須" : "",
        row.options.join("／"),
        row.rules.join(" "),
        row.purpose,
        row.source,
      ]
        .map((cell) => cell.replaceAll("|", "\\|"))
        .join(" | ")} |`,
  );
  return [
    `## ${first?.app ?? ""}（\`${first?.appKey ?? ""}\`）`,
    "",
    "| コード | 項目名 | 種類 | 必須 | 選択肢 | 確認 | 何のため | どこから |",
    "|---|---|---|---|---|---|---|---|",
    ...lines,
    "",
  ].join("\n");
}
