/** Local time in the name of a file or folder: `20261122-160512`. */
export function toFileTime(now: Date): string {
  const day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("");
  return `${day}-${[now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join("")}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, "0");
}
