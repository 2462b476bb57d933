import type { Language } from "../api/operation.ts";
import type { User } from "../store/user-store.ts";

/**
 * The language of messages: the user's display language wins; one that follows the browser takes `Accept-Language`
 * (fact sheet §1.5). Without a header Japanese. Node's fetch sends `*`, which counts as absent.
 */
export function pickLanguage(user: User | null, acceptLanguage: string | null): Language {
  if (user && user.language !== "auto") {
    return user.language;
  }
  const ranges = (acceptLanguage ?? "")
    .split(",")
    .map(toRange)
    .filter(({ tag, quality }) => tag !== "" && tag !== "*" && quality > 0)
    .toSorted((left, right) => right.quality - left.quality);
  const first = ranges.find(({ tag }) => tag === "ja" || tag === "en") ?? ranges[0];
  return first && first.tag !== "ja" ? "en" : "ja";
}

function toRange(text: string): { tag: string; quality: number } {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  return {
    tag: range.toLowerCase().split("-")[0] ?? "",
    quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0,
  };
}
