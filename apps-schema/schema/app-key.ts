/** The suite's apps, in an order in which every app comes after those it looks up. */
export const appKeys = [
  "dept",
  "plan_version",
  "kpi",
  "issue",
  "initiative",
  "sub_item",
  "action",
  "kpi_value",
  "progress",
  "meeting",
  "homework",
  "revision",
  "deadline",
  "glossary",
] as const;

export type AppKey = (typeof appKeys)[number];

export type PluginName = "roadmap" | "input-check";

/** Roles of the plan's work; an environment names the kintone group (or organisation, or user) behind each. */
export const roles = ["jimukyoku", "tantou", "kachou", "koukai", "iin", "etsuran"] as const;

export type Role = (typeof roles)[number];
