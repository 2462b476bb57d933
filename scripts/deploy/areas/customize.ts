import { createHash } from "node:crypto";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import { planMessages } from "../plan/plan-messages.ts";
import { filePlaceholder, hasPlaceholder, hashPlaceholder } from "../plan/placeholder.ts";
import type { AreaDescriptor } from "./area.ts";

const settingsName = /^machi-dx-settings-[0-9a-f]{8}\.js$/u;

/** Whether a file is the settings file of the suite, which each deployment makes anew. */
export function isSettingsFileName(name: string): boolean {
  return settingsName.test(name);
}

/** What stands for the content in the settings file's name. */
export function hashSettings(content: string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}

/** The settings file's name carries the hash of its content, so the live name alone says whether it is up to date. */
export function toSettingsFileName(content: string): string {
  const hash = hasPlaceholder(content) ? hashPlaceholder : hashSettings(content);
  return `machi-dx-settings-${hash}.js`;
}

const devices = ["desktop", "mobile"] as const;

/**
 * JavaScript and CSS. `declared.file` is the name of the settings file: it runs first on both devices; everyone else's files and
 * addresses stay, by the keys that kintone answered for them, without being uploaded again.
 */
export const customizeArea: AreaDescriptor = {
  area: "customize",
  resource: "app/customize",
  message: planMessages.customize,
  members: ["scope", ...devices],
  initial: { scope: "ALL", desktop: { js: [], css: [] }, mobile: { js: [], css: [] } },
  upload: ({ key, settingsScript }) => [
    {
      method: "POST",
      path: "/k/v1/file.json",
      body: {},
      upload: { name: toSettingsFileName(settingsScript ?? ""), content: settingsScript ?? "" },
      keep: { [`file:${key}`]: "fileKey" },
    },
  ],
  merge: ({ key, declared, observed }) => {
    const name = textOf(declared["file"]);
    const isThere = devices.every((device) => scriptsOf(observed, device).some((item) => fileNameOf(item) === name));
    if (isThere && textOf(observed["scope"]) === "ALL") {
      return { body: null, changed: [], lost: [] };
    }
    const own = { type: "FILE", file: { fileKey: filePlaceholder(key) } };
    const lists = devices.map((device) => {
      const others = scriptsOf(observed, device).filter((item) => !settingsName.test(fileNameOf(item)));
      const css = listOf(memberOf(observed[device], "css"));
      return [device, { js: [own, ...others.map(keepItem)], css: css.map(keepItem) }] as const;
    });
    return { body: { scope: "ALL", ...Object.fromEntries(lists) }, changed: [name], lost: [] };
  },
};

function scriptsOf(customize: JsonObject, device: string): readonly Json[] {
  return listOf(memberOf(customize[device], "js"));
}

function fileNameOf(item: Json): string {
  return textOf(memberOf(memberOf(item, "file"), "name"));
}

function keepItem(item: Json): JsonObject {
  return textOf(memberOf(item, "type")) === "URL"
    ? { type: "URL", url: memberOf(item, "url") }
    : { type: "FILE", file: { fileKey: memberOf(objectOf(memberOf(item, "file")), "fileKey") } };
}
