import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import { suiteApps } from "../../apps-schema/suite.ts";
import type { RunningSuite } from "./start-suite.ts";
import { appId } from "./suite-seed.ts";

/** The apps whose records walk through a process. */
export const processed = [
  "plan_version",
  "action",
  "kpi_value",
  "progress",
  "homework",
] as const satisfies readonly AppKey[];

type ProcessedApp = (typeof processed)[number];

export type Section = "A" | "B";

/** Words by which a note or a file that leaked out is recognised. */
export const secret = "庁内だけの言葉";

const clerks = { A: "tantou", B: "tantou2" } as const;
const heads = { A: "kachou", B: "kachou2" } as const;
const orgs = { A: "mihon-a", B: "mihon-b" } as const;

type Values = Readonly<Record<string, unknown>>;

/** Adds a record as one who may; answers its id. */
export async function addRecord(suite: RunningSuite, key: AppKey, values: Values, by = "jimukyoku"): Promise<string> {
  const record = Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }]));
  const answer = await suite.call(by, "POST", "/k/v1/record.json", { app: appId(key), record });
  const { body } = answer;
  if (typeof body !== "object" || body === null || !("id" in body) || typeof body.id !== "string") {
    throw new Error(`${by} adds to ${key}: ${JSON.stringify(body)}`);
  }
  return body.id;
}

/** What every record of the work refers to: two sections with people, and the plan above them. */
export async function addFoundations(suite: RunningSuite): Promise<void> {
  const add = (key: AppKey, values: Values): Promise<string> => addRecord(suite, key, values);
  for (const section of ["A", "B"] as const) {
    await add("dept", {
      dept_code: `D-${section}`,
      dept_name: `課${section}`,
      dept_org: [{ code: orgs[section] }],
      dept_head: [{ code: heads[section] }],
    });
    await add("kpi", {
      kpi_id: `K-${section}`,
      kpi_name: `指標${section}`,
      is_public: "公開",
      dept_code: `D-${section}`,
      owner: [{ code: clerks[section] }],
      note_internal: secret,
    });
  }
  await add("issue", { issue_id: "P1", issue_title: "課題" });
  await add("initiative", { initiative_id: "J1", initiative_name: "取組" });
  await add("sub_item", { sub_item_id: "J1-1", sub_text: "実施事項", initiative_id: "J1" });
  await add("glossary", { term: "用語", definition: "解説" });
  await add("meeting", { meeting_key: "M-1", meeting_name: "会議", note_internal: secret, minutes_public: "要点" });
  for (const section of ["A", "B"] as const) {
    await add("action", valuesOf("action", section, `A-${section}`));
  }
}

/** A record of one section with everything that its steps ask for. */
export function valuesOf(key: ProcessedApp, section: Section, name: string): Values {
  const { work_grade: work, result_grade: result } = suiteApps.progress.fields;
  const person = { owner: [{ code: clerks[section] }] };
  switch (key) {
    case "action":
      return {
        action_id: name,
        action_name: name,
        sub_item_id: "J1-1",
        dept_code: `D-${section}`,
        direction_next: "終了",
        note_internal: secret,
        ...person,
      };
    case "kpi_value":
      return {
        kpi_fy_key: name,
        kpi_id: `K-${section}`,
        fy: "2026",
        data_status: "確定",
        actual_value: "5",
        note_internal: secret,
      };
    case "progress":
      return {
        progress_key: name,
        action_id: `A-${section}`,
        fy: "2026",
        term: "上期",
        due_on: "2026-11-20",
        work_grade: work.options[0],
        result_grade: result.options[0],
        done_text: "したこと",
        note_internal: secret,
      };
    case "homework":
      return {
        fu_key: name,
        fu_title: name,
        dept_code: `D-${section}`,
        due_on: "2026-11-20",
        answer_text: "答え",
        answered_on: "2026-11-10",
        decline_reason: "理由",
        note_internal: secret,
        ...person,
      };
    case "plan_version":
    default:
      return { version_no: name, approved_on: "2026-03-20", purpose_formula: "式", note_internal: secret };
  }
}
