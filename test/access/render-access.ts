import type { Role } from "../../apps-schema/schema/app-key.ts";
import { roles } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import type { AppRight } from "../../apps-schema/schema/permissions.ts";
import type { Condition } from "../../apps-schema/schema/view.ts";
import type { Whom } from "../../apps-schema/schema/whom.ts";
import { roleNames } from "../../scripts/deploy/desired/role-names.ts";
import { expectedAccess, expectedRights, hasSection } from "./expected-rights.ts";
import { allApps } from "./suite-seed.ts";

const rightWords: Readonly<Record<AppRight, string>> = {
  view: "見る",
  add: "追加",
  edit: "編集",
  delete: "削除",
  import: "読み込み",
  export: "書き出し",
  manage: "アプリ管理",
};

const accessWords = { write: "編集", read: "見る", none: "見えない" } as const;

const whomWords = { ...roleNames, administrators: "kintoneシステム管理者", everyone: "全員" } as const;

const roleHeads = roles.map((role) => roleNames[role]);

/** The parts of docs/permissions.md that say what is declared, by the names of their places in it. */
export function renderAccess(): Readonly<Record<string, string>> {
  return {
    apps: renderTable(["アプリ", ...roleHeads], allApps.map(appRow)),
    records: renderTable(["アプリ", "レコード", ...roleHeads], allApps.flatMap(recordRows)),
    fields: renderTable(["アプリ", "フィールド", "理由", ...roleHeads], allApps.flatMap(fieldRows)),
    steps: renderTable(["アプリ", "状態", "押せる人", "操作"], allApps.flatMap(stepRows)),
    notices: renderTable(["アプリ", "いつ", "だれに", "知らせる言葉"], allApps.flatMap(noticeRows)),
  };
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [renderLine(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(renderLine)].join("\n");
}

function renderLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function appRow({ name, permissions }: AppSchema): string[] {
  return [name, ...roles.map((role) => permissions[role].map((right) => rightWords[right]).join("・") || "なし")];
}

function recordRows(app: AppSchema): string[][] {
  return (app.recordPermissions ?? []).map((rule) => [
    app.name,
    rule.title,
    ...roles.map((role) => {
      const word = (relation: "own" | "other"): string =>
        expectedRights(app, rule, role, relation)
          .map((right) => rightWords[right])
          .join("・") || "見えない";
      const [own, other] = [word("own"), word("other")];
      return !hasSection(role) || own === other ? other : `自分の課: ${own}／ほかの課: ${other}`;
    }),
  ]);
}

/** Fields for the same reason and with the same rights stand in one row. */
function fieldRows(app: AppSchema): string[][] {
  const rows = new Map<string, { readonly labels: string[]; readonly rest: string[] }>();
  for (const { field, reason } of app.fieldPermissions ?? []) {
    const cells = roles.map((role) => accessWords[accessOf(app, field, role)]);
    const key = [reason, ...cells].join("|");
    const row = rows.get(key) ?? { labels: [], rest: [reason, ...cells] };
    row.labels.push(app.fields[field]?.label ?? field);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ labels, rest }) => [app.name, labels.join("、"), ...rest]);
}

/** What is left of it in an app that the role cannot edit at all. */
function accessOf(app: AppSchema, field: string, role: Role): keyof typeof accessWords {
  const access = expectedAccess(app, field, role);
  return access === "write" && !app.permissions[role].includes("edit") ? "read" : access;
}

function stepRows(app: AppSchema): string[][] {
  const { states = [], actions = [] } = app.process ?? {};
  return states.map(({ name, assignees, assigneeFields = [] }) => {
    const people =
      assignees === "creator"
        ? ["作成者"]
        : [...assigneeFields.map((field) => labelOf(app, field)), ...assignees.map((role) => roleNames[role])];
    const steps = actions
      .filter(({ from }) => from === name)
      .map(({ name: step, byFields = [], byRoles = [] }) => {
        const others = [...byFields.map((field) => labelOf(app, field)), ...byRoles.map((role) => roleNames[role])];
        return others.length === 0 ? step : `${step}(${others.join("・")})`;
      });
    return [app.name, name, people.join("・"), steps.join("、") || "なし"];
  });
}

const eventWords = {
  added: "追加されたとき",
  edited: "編集されたとき",
  comment: "コメントがついたとき",
  status: "状態が変わったとき",
  import: "読み込まれたとき",
} as const;

function noticeRows(app: AppSchema): string[][] {
  const { general = [], perRecord = [], reminder = [] } = app.notifications ?? {};
  return [
    ...general.map(({ to, on }) => [
      app.name,
      on.map((event) => eventWords[event]).join("、"),
      whomName(app, to),
      "kintoneの言葉",
    ]),
    ...perRecord.map(({ title, where, to }) => [
      app.name,
      `${renderWhere(app, where)}になったとき`,
      to.map((whom) => whomName(app, whom)).join("・"),
      title,
    ]),
    ...reminder.map(({ title, field, daysLater, time, where, to }) => [
      app.name,
      [`「${labelOf(app, field)}」の${renderDays(daysLater)} ${time}`, renderWhere(app, where)]
        .filter(Boolean)
        .join("、"),
      to.map((whom) => whomName(app, whom)).join("・"),
      title,
    ]),
  ];
}

function renderDays(days: number): string {
  if (days === 0) {
    return "当日";
  }
  return days < 0 ? `${String(-days)}日前` : `${String(days)}日後`;
}

function renderWhere(app: AppSchema, where: readonly Condition[]): string {
  return where
    .map((condition) => {
      const values = "values" in condition ? condition.values.join("・") : "";
      const label = condition.field === "ステータス" ? "" : `${labelOf(app, condition.field)}が`;
      return `${label}「${values}」${condition.operator === "not in" ? "以外" : ""}`;
    })
    .join("で、");
}

function whomName(app: AppSchema, whom: Whom): string {
  return typeof whom === "object" ? labelOf(app, whom.field) : whomWords[whom];
}

function labelOf(app: AppSchema, field: string): string {
  return app.fields[field]?.label ?? field;
}
