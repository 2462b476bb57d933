import type { AppKey } from "../../apps-schema/schema/app-key.ts";
import type { RuleId } from "../../domain/rules/rule.ts";

type FieldsOfRule = Readonly<Partial<Record<AppKey, readonly string[]>>>;

/** Which fields each rule speaks of; V-C4-2 speaks of every number of its apps, found by type. */
export const ruleFields: Readonly<Record<Exclude<RuleId, "V-C4-2">, FieldsOfRule>> = {
  "V-C1-1": { action: ["alt_channel", "target_who"] },
  "V-C3-1": { action: ["kpi_links", "kpi_id"] },
  "V-C3-2": { action: ["ideal_state"] },
  "V-C3-3": { action: ["target_who"] },
  "V-C3-5": { action: ["stop_doing", "means_kind"] },
  "V-C4-15": { kpi_value: ["measured_on"] },
  "V-C4-3": {
    kpi: ["direction", "base_value", "target_value", "range_min", "range_max"],
    kpi_value: ["target_fy_value", "direction"],
  },
  "V-C4-6b": { kpi_value: ["data_status", "actual_value", "zero_confirmed"] },
  "V-C4-8": { kpi_value: ["numerator", "denominator", "actual_value"] },
  "V-G1": { action: ["action_id"], kpi: ["kpi_id"], kpi_value: ["kpi_fy_key", "fy", "seq"] },
  "V-G2": {
    action: ["phases", "ph_kind", "ph_from", "ph_to", "ph_first_from", "ph_first_to", "ph_actual_from", "ph_actual_to"],
  },
};

/** The apps whose numbers V-C4-2 judges. */
export const appsOfNumberRule: readonly AppKey[] = ["action", "kpi", "kpi_value"];
