import { mkdirSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { isSettingsFileName } from "../areas/customize.ts";
import type { JsonObject } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";

/** Writes the JavaScript and CSS files of an app beside its declaration, in the order in which they run. Returns the files. */
export async function downloadCustomize(
  client: KintoneClient,
  customize: JsonObject,
  folder: string,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const device of ["desktop", "mobile"]) {
    for (const kind of ["js", "css"]) {
      for (const [index, item] of listOf(memberOf(customize[device], kind)).entries()) {
        const file = memberOf(item, "file");
        const name = textOf(memberOf(file, "name"));
        // The settings file of the suite is made anew by each deployment.
        if (name !== "" && !isSettingsFileName(name)) {
          const bytes = await client.download(textOf(memberOf(file, "fileKey")));
          // A name of the domain never leads out of the folder.
          const target = resolve(folder, device, kind, `${index + 1}-${name.replaceAll(/[/\\\0]/gu, "_")}`);
          mkdirSync(resolve(target, ".."), { recursive: true });
          writeFileSync(target, bytes, { flag: "wx" });
          files.push(relative(folder, target));
        }
      }
    }
  }
  return files;
}
