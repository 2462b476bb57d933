/** The id after the highest one taken: `nextKey("A", ["A-001", "A-007"])` is "A-008"; a version ("-v2") does not count. */
export function nextKey(prefix: string, taken: readonly string[]): string {
  const numbers = taken.map((key) => {
    const match = /^([A-Z]+)-(\d+)(?:-v\d+)?$/u.exec(key);
    return match?.[1] === prefix ? Number(match[2]) : 0;
  });
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(3, "0")}`;
}
