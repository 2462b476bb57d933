/** Whether everything that `built` says is what is there: members that only the domain answers do not count. */
export function isCovered(built: unknown, present: unknown): boolean {
  if (Array.isArray(built)) {
    return (
      Array.isArray(present) &&
      built.length === present.length &&
      built.every((item, index) => isCovered(item, present[index]))
    );
  }
  if (typeof built === "object" && built !== null) {
    return (
      typeof present === "object" &&
      present !== null &&
      Object.entries(built).every(
        ([key, value]) =>
          value === undefined ||
          (key in present && isCovered(value, Object.getOwnPropertyDescriptor(present, key)?.value)),
      )
    );
  }
  return built === null ? present === null : toText(built) !== null && toText(built) === toText(present);
}

/** kintone answers some numbers as texts. */
function toText(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
