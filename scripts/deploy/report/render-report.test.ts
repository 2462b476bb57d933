import { describe, expect, it } from "vitest";
import type { Consent, Plan, PlanStep } from "../plan/plan.ts";
import { renderReport } from "./render-report.ts";
import type { Report } from "./report.ts";
import { exitCodeOf } from "./report.ts";

const names = new Map([
  ["dept", "組織"],
  ["action", "アクションプラン"],
] as const);

const step = (app: PlanStep["app"], summary: string): PlanStep => ({
  app,
  area: "fields",
  summary,
  requests: [{ method: "PUT", path: "/k/v1/preview/app/form/fields.json", body: {} }],
  wave: 0,
});

const consent: Consent = {
  code: "action.fax",
  kind: "delete-field",
  app: "action",
  label: "FAX",
  records: 12,
  message: "アプリ「アクションプラン」の項目「FAX」(fax)を消します。",
  isGiven: false,
};

const plan: Plan = {
  format: 2,
  environment: "honban",
  mode: "mirror",
  steps: [step("action", "項目を1件消す"), step("dept", "項目を1件足す"), step(null, "2件を反映する")],
  hazards: [{ level: "note", app: "dept", code: "resting-draft", message: "<b>@someone</b> の下書き" }],
  consents: [consent],
  manual: [
    { code: "m", app: "action", message: "プラグインを外す", url: "https://example.cybozu.com/k/admin/app/7/plugin/" },
  ],
  backups: [{ app: "action", appId: "7", fields: ["fax"] }],
  waves: 1,
};

const report: Report = {
  kind: "machi-dx-report",
  format: 1,
  command: "plan",
  environment: { name: "honban", label: "五霞町(本番)", baseUrl: "https://example.cybozu.com" },
  exitCode: 4,
  isDrift: false,
  failure: null,
  plan,
  apply: null,
  backups: null,
  release: null,
  target: null,
};

describe("exitCodeOf", () => {
  it("tells nothing to do, changes, changes by hand, consents and refusals apart", () => {
    const calm = { ...plan, consents: [], hazards: [] };
    const stop = { level: "stop", app: null, code: "missing-principal", message: "" } as const;
    expect(exitCodeOf({ ...calm, steps: [] }, true)).toBe(0);
    expect(exitCodeOf(calm, false)).toBe(2);
    expect(exitCodeOf(calm, true)).toBe(3);
    expect(exitCodeOf({ ...calm, hazards: [stop] }, false)).toBe(1);
    expect(exitCodeOf(plan, false)).toBe(4);
    expect(exitCodeOf({ ...calm, consents: [{ ...consent, isGiven: true }] }, false)).toBe(2);
  });
});

describe("the report as text", () => {
  it("says per app what changes, what would be lost with the number of records, and what to type", () => {
    expect(renderReport(report, "text", names))
      .toBe(`環境「honban」(五霞町(本番))の変更の計画: 3段階・3件の書き込み・反映1回
方式: 宣言と同じにする。消すこともある(mirror)

■ 組織
  2. 項目を1件足す

■ アクションプラン
  1. 項目を1件消す

■ 全体
  3. 2件を反映する

失われるもの(同意が要ります)
  × アプリ「アクションプラン」の項目「FAX」(fax)を消します。 [同意待ち: action.fax]
  適用の前に、なくなる列の控えを取ります: action.fax

手で行うこと(REST APIではできません)
  ・プラグインを外す
    https://example.cybozu.com/k/admin/app/7/plugin/

気をつけること
  【注意】<b>@someone</b> の下書き

まだ何も変えていません。失われるものを確かめ、よければ次の行を実行してください(消してよいものだけを残します)。
  npm run deploy -- apply --env honban --mode mirror --allow-delete=action.fax`);
  });

  it("quotes what a shell would take for its own", () => {
    const odd = { ...consent, code: "action.x.a b; rm 'x'" };
    const text = renderReport({ ...report, plan: { ...plan, consents: [odd] } }, "text", names);
    expect(text).toContain(String.raw`--allow-delete='action.x.a b; rm '\''x'\'''`);
  });

  it("goes back to a release by the line for that", () => {
    const text = renderReport({ ...report, command: "rollback", target: "r1" }, "text", names);
    expect(text).toContain("npm run deploy -- rollback --env honban --release r1 --mode mirror");
  });

  it("says that nothing is to be done in one line, and how an apply ended", () => {
    const calm = { ...report, plan: { ...plan, steps: [], consents: [], hazards: [], manual: [], backups: [] } };
    expect(renderReport(calm, "text", names)).toBe("環境「honban」は宣言どおりです。変えるものはありません。");
    const apply = { outcome: "done", stepsDone: 3, stepsTotal: 3, seconds: 4, failure: null } as const;
    const backups = [{ file: "a.jsonl", records: 12, restore: "npm run deploy -- restore --env honban a.jsonl" }];
    const text = renderReport({ ...report, command: "apply", apply, backups, release: "r1" }, "text", names);
    expect(text).toContain("終わりました(3段階・4秒)");
    expect(text).toContain("a.jsonl(12件)。戻すには: npm run deploy -- restore --env honban a.jsonl");
    expect(text).toContain("この適用の名前: r1");
  });
});

describe("the report as a comment", () => {
  it("folds each app, ticks what is allowed and lets no label become markup or a mention", () => {
    const text = renderReport(report, "md", names);
    expect(text).toContain("<details><summary>アクションプラン (1)</summary>");
    expect(text).toContain("- [ ] アプリ「アクションプラン」");
    expect(text).toContain("&lt;b&gt;&#64;someone&lt;/b&gt;");
    expect(text).not.toMatch(/<b>|@/u);
    expect(text).toContain("`PUT /k/v1/preview/app/form/fields.json`");
  });

  it.each([400, 4000])("never gets longer than a comment may be (%i steps an app)", (count) => {
    const steps = [...names.keys()].flatMap((app) =>
      Array.from({ length: count }, (_, index) => step(app, `項目を変える ${index} ${"長".repeat(60)}`)),
    );
    const text = renderReport({ ...report, plan: { ...plan, steps } }, "md", names);
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text).toContain("失われるもの");
    expect(text).toContain("npm run deploy");
    expect((text.match(/<details>/gu) ?? []).length).toBe((text.match(/<\/details>/gu) ?? []).length);
  });
});

describe("the report for programs", () => {
  it("is versioned and names phases that did not run", () => {
    expect(JSON.parse(renderReport(report, "json", names))).toMatchObject({
      kind: "machi-dx-report",
      format: 1,
      exitCode: 4,
      plan: { format: 2 },
      apply: null,
      backups: null,
      release: null,
    });
  });

  it("is JUnit XML with a failure where apply would refuse or ask", () => {
    const xml = renderReport(report, "junit", names);
    expect(xml).toContain('tests="3" failures="1"');
    expect(xml).toContain('name="アクションプラン"');
    expect(xml).toContain("&lt;b&gt;@someone&lt;/b&gt;");
    expect(xml).toMatch(/<failure message="アプリ「アクションプラン」[^"]*"\/>/u);
    expect(renderReport({ ...report, isDrift: true }, "junit", names)).toContain('failures="2"');
  });
});
