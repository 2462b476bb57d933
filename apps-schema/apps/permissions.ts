import type { Permissions } from "../schema/permissions.ts";

const everythingWithRecords = ["view", "add", "edit", "delete", "import", "export"] as const;

/** What the plan itself says, and what others are looked up from: the DX office keeps it, everybody with a role reads it. */
export const officeKept: Permissions = {
  jimukyoku: everythingWithRecords,
  tantou: ["view", "export"],
  kachou: ["view", "export"],
  koukai: ["view", "export"],
  iin: ["view"],
  etsuran: ["view"],
};

/**
 * The yearly work of the sections: staff write it, their manager corrects and passes it on. The committee decides by an act of the
 * process, for which kintone asks to view the record and to be its assignee, not to edit it (reference of record/status.json).
 */
export const sectionKept: Permissions = {
  ...officeKept,
  tantou: ["view", "add", "edit", "export"],
  kachou: ["view", "edit", "export"],
};

/** What the office hands to a section to answer: nobody but the office begins one. */
export const officeAsks: Permissions = { ...sectionKept, tantou: ["view", "edit", "export"] };
