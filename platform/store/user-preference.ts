/** What people set for themselves, as `kintone.getUserPreference()` answers it. The platform sends no mail and no desktop notification. */
export type UserPreference = {
  readonly timeFormat: (typeof timeFormats)[number];
  readonly desktopNotifications: { readonly enabled: boolean };
  readonly emailNotifications: {
    readonly enabled: boolean;
    readonly condition: (typeof mailConditions)[number];
    readonly format: (typeof mailFormats)[number];
  };
};

export const timeFormats = ["TWENTY_FOUR", "TWELVE"] as const;
export const mailConditions = ["TO_ME", "ALL"] as const;
export const mailFormats = ["TEXT", "HTML"] as const;

/** Of an account that has set nothing; the clock as on a Japanese domain, the rest is a guess. */
export const firstPreference: UserPreference = {
  timeFormat: "TWENTY_FOUR",
  desktopNotifications: { enabled: false },
  emailNotifications: { enabled: false, condition: "TO_ME", format: "TEXT" },
};

/** Reads what was stored; what is missing or unknown is as for a new account. */
export function readPreference(stored: unknown): UserPreference {
  const { timeFormat, desktopNotifications, emailNotifications } = toMembers(stored);
  const { enabled, condition, format } = toMembers(emailNotifications);
  const first = firstPreference;
  return {
    timeFormat: pick(timeFormats, timeFormat) ?? first.timeFormat,
    desktopNotifications: { enabled: toMembers(desktopNotifications)["enabled"] === true },
    emailNotifications: {
      enabled: enabled === true,
      condition: pick(mailConditions, condition) ?? first.emailNotifications.condition,
      format: pick(mailFormats, format) ?? first.emailNotifications.format,
    },
  };
}

function pick<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((item) => item === value);
}

function toMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
