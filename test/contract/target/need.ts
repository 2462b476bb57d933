/** What only the platform offers; a case that needs it is skipped on a real domain, with this as the reason. */
export const needReasons = {
  people: "other people, groups and organizations, which a run must not create there",
  doors: "the platform's own doors: clock, delay, faults, snapshots, pages, stored data",
  "platform-only": "a behaviour that is the platform's own and no claim about kintone",
  system: "settings of the whole domain (plugins, spaces), which a run must not touch",
  quota: "what would lock the account or take the whole domain's quota",
} as const;
export type Need = keyof typeof needReasons;
export const needKinds = ["people", "doors", "platform-only", "system", "quota"] as const satisfies readonly Need[];
