import type { SuiteSettings } from "./suite-settings.ts";

/** The settings file of アクションプラン in a domain whose apps are numbered from 1, with what the test changes. */
export function buildSuiteSettings(changes: Partial<SuiteSettings> = {}): SuiteSettings {
  return {
    format: 1,
    environment: { name: "local", label: "手元" },
    app: "action",
    apps: {
      dept: "1",
      plan_version: "2",
      kpi: "3",
      issue: "4",
      initiative: "5",
      sub_item: "6",
      action: "7",
      kpi_value: "8",
      progress: "9",
      meeting: "10",
      homework: "11",
      revision: "12",
      deadline: "13",
      glossary: "14",
    },
    ruleLevels: {},
    labels: {},
    ...changes,
  };
}
