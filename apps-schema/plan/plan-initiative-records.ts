import type { initiative } from "../apps/initiative.ts";
import type { issue } from "../apps/issue.ts";
import type { subItem } from "../apps/sub-item.ts";
import type { RecordOf } from "../schema/record-of.ts";
import plan from "./goka-dx-plan-v5.json" with { type: "json" };

type Issue = Partial<RecordOf<typeof issue>>;
type Initiative = Partial<RecordOf<typeof initiative>>;
type SubItem = Partial<RecordOf<typeof subItem>>;

const kinds = { J: "重点", K: "強化", T: "追加" } as const;

/** The two items whose own words name a date: what they say, the first day it can mean, and how exactly. */
const dated: Readonly<Record<string, Pick<SubItem, "plan_date_text" | "plan_date_on" | "plan_date_precision">>> = {
  "J4-5": { plan_date_text: "2026年9月以降", plan_date_on: "2026-09-01", plan_date_precision: "月" },
  "J6-2": { plan_date_text: "令和8年度から", plan_date_on: "2026-04-01", plan_date_precision: "年度" },
};

/** Gives the plan's eight issues. */
export function issueRecords(): Issue[] {
  const { population_2040, to_overcome } = plan.issues;
  return [
    ...population_2040.items.map((item) => ({ ...issueOf(item), issue_group: "2040年問題" as const })),
    ...to_overcome.items.map((item) => ({ ...issueOf(item), issue_group: "克服すべき課題" as const })),
  ];
}

function issueOf({ id, no, title, text }: { id: string; no: number; title: string; text: string[] }): Issue {
  return { issue_id: id, issue_no: String(no), issue_title: title, issue_text: text.join("\n") };
}

/** Gives the plan's sixteen initiatives; section, pillar and issue of each are not in the plan and stay empty. */
export function initiativeRecords(): Initiative[] {
  return plan.initiative_groups.flatMap(({ id: group, basis, items }) =>
    items.map((item) => ({
      initiative_id: item.id,
      group_kind: kindOf(group),
      group_basis: basis,
      item_no: String(item.no),
      initiative_name: item.title,
      name_alias: item.title_differs_between_sections ? item.title_in_section05_list : "",
    })),
  );
}

function kindOf(group: string): "重点" | "強化" | "追加" | "" {
  return group === "J" || group === "K" || group === "T" ? kinds[group] : "";
}

/** Gives the plan's 52 items. */
export function subItemRecords(): SubItem[] {
  return plan.initiative_groups.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.sub_items.map((sub) => ({
        sub_item_id: sub.id,
        initiative_id: item.id,
        sub_no: String(sub.no),
        sub_text: sub.text,
        ...dated[sub.id],
      })),
    ),
  );
}
