import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import type { AppRight } from "../apps-schema/schema/permissions.ts";
import { roles } from "../apps-schema/schema/app-key.ts";
import { declaredApps } from "../scripts/deploy/desired/build-desired-suite.ts";
import { roleNames } from "../scripts/deploy/desired/role-names.ts";

const words: Readonly<Record<AppRight, string>> = {
  view: "見る",
  add: "追加",
  edit: "編集",
  delete: "削除",
  import: "読み込み",
  export: "書き出し",
  manage: "アプリ管理",
};

function renderRow({ name, permissions }: AppSchema): string {
  const cells = roles.map((role) => permissions[role].map((right) => words[right]).join("・") || "なし");
  return `| ${[name, ...cells].join(" | ")} |`;
}

/** What docs/permissions.md shows, as the declarations have it. */
function renderMatrix(): string {
  const head = ["アプリ", ...roles.map((role) => roleNames[role])];
  const lines = [`| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`, ...declaredApps.map(renderRow)];
  return lines.join("\n");
}

describe("docs/permissions.md", () => {
  it("shows the permissions that are declared", () => {
    const text = readFileSync(join(import.meta.dirname, "../docs/permissions.md"), "utf8");
    expect(text).toContain(renderMatrix());
  });
});
