import { defineMessages } from "../message.ts";
import type { Rule } from "./rule.ts";

const messages = defineMessages({
  noOutcome: {
    ja: "このままだと『入れること』がゴールになります。だれの何がどれだけ良くなるかを表す成果指標を1つ以上つないでください。",
    en: "As it stands, introducing it is the goal. Link at least one indicator that shows for whom what gets better, and by how much.",
  },
  notAmongThem: {
    ja: "つないだ指標の中に、段階が『成果』か『影響』のものがありません。このままだと『入れること』がゴールになります。だれの何がどれだけ良くなるかを表す成果指標を1つ以上つないでください。",
    en: "None of the linked indicators is an outcome (成果) or impact (影響). As it stands, introducing it is the goal. Link at least one that shows for whom what gets better, and by how much.",
  },
});

/** 課題3: an action is measured by what gets better, not by what is installed. */
export const linksAnOutcome: Rule = {
  id: "V-C3-1",
  name: { ja: "成果の指標がつながっている", en: "An outcome indicator is linked" },
  says: messages.noOutcome,
  level: "stop",
  canBeRelaxed: true,
  moments: ["proceed", "batch"],
  judges: {
    action: ({ kpi_links }, { related: { kpiLevels } }) => {
      const ids = kpi_links.map(({ kpi_id }) => kpi_id.trim()).filter((id) => id !== "");
      if (ids.length === 0) {
        return [{ path: { table: "kpi_links", field: "kpi_id" }, message: messages.noOutcome }];
      }
      if (!kpiLevels) {
        return [];
      }
      const measuresOutcome = ids.some((id) => /^(?:成果|影響)/u.test(kpiLevels[id] ?? ""));
      return measuresOutcome
        ? []
        : [{ path: { table: "kpi_links", row: 0, field: "kpi_id" }, message: messages.notAmongThem }];
    },
  },
};
