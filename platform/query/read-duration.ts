/** The minutes of `25:01` or `-00:30`; null for another text. */
export function readDuration(text: string): number | null {
  const [, sign, hours, minutes] = /^(-?)(\d+):([0-5]\d)$/u.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) {
    return null;
  }
  const total = Number(hours) * 60 + Number(minutes);
  return sign === "-" ? -total : total;
}
