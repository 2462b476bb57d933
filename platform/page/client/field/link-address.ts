/** The address of a LINK value, `null` when following it would not be safe. */
export function toLinkAddress(value: string, protocol: string): string | null {
  if (protocol === "CALL") {
    return `tel:${value.replaceAll(/[^\d+]/gu, "")}`;
  }
  if (protocol === "MAIL") {
    return `mailto:${encodeURI(value)}`;
  }
  return /^https?:\/\//iu.test(value) ? value : null;
}
