import { organizationSelect, userSelect } from "../schema/choice-fields.ts";

/**
 * Who belongs to a record, copied from 組織 with its section: rights and the manager's step follow these fields, so that nobody is
 * named in a setting and a transfer needs no administrator.
 */
export const sectionFields = {
  owner_org: organizationSelect("担当の組織", {
    width: 220,
    purpose: "課にあたるkintoneの組織。この組織の人が「自分の課」の人として編集できる。課を選ぶと入る。",
  }),
  dept_head: userSelect("所属長", {
    width: 220,
    purpose: "「所属長確認」を行う人。課を選ぶと入る。空のあいだは所属長へ送れない。",
  }),
} as const;

/** What a lookup of a section copies. */
export const sectionCopies = { dept_name: "dept_name", owner_org: "dept_org", dept_head: "dept_head" } as const;

/** What a record takes over from one that has chosen its section already. */
export const inheritedSection = {
  dept_code: "dept_code",
  dept_name: "dept_name",
  owner_org: "owner_org",
  dept_head: "dept_head",
} as const;
