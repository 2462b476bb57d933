import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, type Evidence, guess, observed } from "./target/evidence.ts";
import { enableProcess, makeEveryTypeApp } from "./target/every-type-app.ts";
import { fact } from "./target/fact.ts";

let target: TestPlatform;
let app: string;

beforeAll(async () => {
  target = await startTestPlatform();
  app = await makeEveryTypeApp(target);
  await enableProcess(target.client(), app);
});

afterAll(async () => {
  await target.close();
});

const all = ["=", "!=", ">", "<", ">=", "<=", "in", "not in", "like", "not like", "is empty", "is not empty"];
const equal = ["=", "!="];
const order = [">", "<", ">=", "<="];
const member = ["in", "not in"];
const words = ["like", "not like"];
const empty = ["is empty", "is not empty"];

type Row = {
  readonly fields: readonly (readonly [code: string, value: string])[];
  readonly takes: readonly string[];
  readonly evidence: Evidence;
};

const compiler = observed("2026-04", "kintone-emulator compiler, checked against the errors of a real domain");

const top: readonly Row[] = [
  {
    fields: [
      ["レコード番号", "1"],
      ["$id", "1"],
      ["number", "1"],
      ["calc", "1"],
    ],
    takes: [...equal, ...order, ...member],
    evidence: compiler,
  },
  {
    fields: [
      ["作成日時", '"2026-01-01T00:00:00Z"'],
      ["更新日時", '"2026-01-01T00:00:00Z"'],
      ["date", '"2026-01-01"'],
      ["time", '"09:00"'],
      ["datetime", '"2026-01-01T00:00:00Z"'],
    ],
    takes: [...equal, ...order],
    evidence: compiler,
  },
  {
    fields: [
      ["作成者", "LOGINUSER()"],
      ["更新者", "LOGINUSER()"],
      ["user", "LOGINUSER()"],
      ["group", '"everyone"'],
      ["organization", '""'],
      ["check", '"甲"'],
      ["multi", '"甲"'],
      ["radio", '"甲"'],
      ["drop", '"甲"'],
    ],
    takes: member,
    evidence: compiler,
  },
  { fields: [["ステータス", '"未処理"']], takes: [...equal, ...member], evidence: compiler },
  {
    fields: [["作業者", "LOGINUSER()"]],
    takes: member,
    evidence: guess("`=` gives GAIA_IQ03; the rest as for people"),
  },
  {
    fields: [
      ["text", '"言葉"'],
      ["link", '"https://example.com"'],
    ],
    takes: [...equal, ...member, ...words],
    evidence: compiler,
  },
  { fields: [["lines", '"言葉"']], takes: [...words, ...empty], evidence: compiler },
  {
    fields: [["rich", '"言葉"']],
    takes: words,
    evidence: documented("developer site: query, operators by field (リッチエディター: like, not like)"),
  },
  {
    fields: [["file", '"言葉"']],
    takes: [...words, ...empty],
    evidence: documented("developer site: API updates 2025-09"),
  },
];

const inside: readonly Row[] = [
  {
    fields: [
      ["t_number", "1"],
      ["t_calc", "1"],
    ],
    takes: [...order, ...member],
    evidence: compiler,
  },
  {
    fields: [
      ["t_date", '"2026-01-01"'],
      ["t_time", '"09:00"'],
      ["t_datetime", '"2026-01-01T00:00:00Z"'],
    ],
    takes: order,
    evidence: compiler,
  },
  {
    fields: [
      ["t_radio", '"甲"'],
      ["t_drop", '"甲"'],
      ["t_check", '"甲"'],
      ["t_multi", '"甲"'],
      ["t_user", "LOGINUSER()"],
    ],
    takes: member,
    evidence: compiler,
  },
  {
    fields: [
      ["t_text", '"言葉"'],
      ["t_link", '"https://example.com"'],
    ],
    takes: [...member, ...words],
    evidence: compiler,
  },
  { fields: [["t_lines", '"言葉"']], takes: [...words, ...empty], evidence: compiler },
];

function toCondition(code: string, operator: string, value: string): string {
  if (operator.startsWith("is")) {
    return `${code} ${operator}`;
  }
  return operator.endsWith("in") ? `${code} ${operator} (${value})` : `${code} ${operator} ${value}`;
}

async function ask(query: string): Promise<{ readonly status: number; readonly code: unknown }> {
  const path = `/k/v1/records.json?app=${app}&query=${encodeURIComponent(query)}`;
  const { status, body } = await target.call("GET", path);
  return { status, code: typeof body === "object" && body !== null && "code" in body ? body.code : null };
}

/** Operators that the parser would read otherwise with the value of this type are tried with a plain text. */
function isRefused(operator: string, takes: readonly string[]): boolean {
  return !takes.includes(operator);
}

describe("a field outside tables", () => {
  for (const { fields, takes, evidence } of top) {
    for (const [code, value] of fields) {
      fact(`${code} takes ${takes.join(", ")}`, { evidence }, async () => {
        for (const operator of takes) {
          expect([operator, await ask(toCondition(code, operator, value))]).toEqual([
            operator,
            { status: 200, code: null },
          ]);
        }
      });
      for (const operator of all.filter((each) => isRefused(each, takes))) {
        fact(`${code} refuses ${operator}`, { evidence }, async () => {
          expect(await ask(toCondition(code, operator, value))).toEqual({ status: 400, code: "GAIA_IQ03" });
        });
      }
    }
  }
});

describe("a field inside a table", () => {
  for (const { fields, takes, evidence } of inside) {
    for (const [code, value] of fields) {
      fact(`${code} takes ${takes.join(", ")}`, { evidence }, async () => {
        for (const operator of takes) {
          expect([operator, await ask(toCondition(code, operator, value))]).toEqual([
            operator,
            { status: 200, code: null },
          ]);
        }
      });
      fact(`${code} refuses = and != with the code for tables`, { evidence }, async () => {
        const isEqualType = /number|calc|date|time|text|link/u.test(code);
        for (const operator of equal) {
          const expected = isEqualType ? ["GAIA_IQ07"] : ["GAIA_IQ07", "GAIA_IQ03"];
          expect(expected).toContain((await ask(toCondition(code, operator, value))).code);
        }
      });
    }
  }
});
