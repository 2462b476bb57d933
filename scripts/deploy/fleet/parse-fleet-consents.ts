import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import type { Fleet } from "./load-fleet.ts";

const messages = defineMessages({
  unnamed: {
    ja: "--allow-delete {text} は、どの団体のことか分かりません。「団体の名前:{text}」(すべてなら「*:{text}」)と書いてください(団体は {known})。",
    en: "--allow-delete {text} does not say where. Write NAME:{text}, or *:{text} for all (municipalities are {known}).",
  },
});

/** `sakai:dept.fax` allows it in one municipality, `*:dept.fax` in all; without a name it is refused. */
export function parseFleetConsents(
  texts: readonly string[],
  { towns }: Pick<Fleet, "towns">,
): ReadonlyMap<string, readonly string[]> {
  const allowed = new Map<string, string[]>(towns.map(({ name }) => [name, []]));
  for (const text of texts) {
    const [place = "", ...rest] = text.split(":");
    const named =
      place === "*" ? towns.map(({ name }) => name) : towns.map(({ name }) => name).filter((name) => name === place);
    if (named.length === 0 || rest.length === 0) {
      const known = towns.map(({ name }) => name).join("、");
      throw createFailure("invalid", messages.unnamed, { text, known });
    }
    named.forEach((name) => allowed.get(name)?.push(rest.join(":")));
  }
  return allowed;
}
