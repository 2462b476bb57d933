import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import type { Environment } from "../environment.ts";

const messages = defineMessages({
  missing: {
    ja: "環境「{name}」の apps にあるアプリが見つかりません: {apps}。新しくつくらずに止めました。番号とこのユーザーの権限を確かめるか、environments/{name}.json の apps から外してください。",
    en: "Apps that “{name}” names are not in the domain: {apps}. Nothing was created. Check the ids and the rights of this user, or take them out of environments/{name}.json.",
  },
});

/** An app that a town said it has is never made anew because its id was mistyped. */
export function refuseMissingApps(
  { name, apps }: Pick<Environment, "name" | "apps">,
  found: ReadonlyMap<AppKey, { readonly id: string }>,
): void {
  const missing = Object.entries(apps).filter(
    ([key, id]) => ![...found].some(([each, app]) => each === key && app.id === id),
  );
  if (missing.length > 0) {
    const list = missing.map(([key, id]) => `${key}(${id})`).join("、");
    throw createFailure("configuration", messages.missing, { name, apps: list });
  }
}
