/** Signs that people type for minus: △▲ of public accounts, and the dashes that a Japanese keyboard gives. */
const minusSigns = /^[▲△−－‐‑–—ー\u{FF70}-]/u;

/**
 * Returns what a clerk typed as a plain decimal string ("１，２３４" → "1234", "▲３.５" → "-3.5"), or null when it is not
 * one number: blank, with a unit, or with commas or spaces that do not group by three (a digit may be missing there, or
 * two numbers stand side by side).
 */
export function normalizeNumber(text: string): string | null {
  const halfWidth = text
    .replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/(\d)\s+(?=\d)/gu, "$1,")
    .replaceAll(/\s/gu, "")
    .replaceAll(/[，､、]/gu, ",")
    .replaceAll(/[．｡]/gu, ".")
    .replace(minusSigns, "-")
    .replace(/^[+＋]/u, "");
  const match = /^(-?)(\d+|\d{1,3}(?:,\d{3})+|(?=\.\d))(?:\.(\d*))?$/u.exec(halfWidth);
  if (!match) {
    return null;
  }
  const whole = (match[2] ?? "").replaceAll(",", "").replace(/^0+(?=\d)/u, "") || "0";
  const fraction = match[3] ? `.${match[3]}` : "";
  const sign = match[1] === "-" && /[1-9]/u.test(whole + fraction) ? "-" : "";
  return `${sign}${whole}${fraction}`;
}
