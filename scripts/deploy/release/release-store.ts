import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import { defineMessages } from "../../../domain/message.ts";
import type { PackedPlugin } from "../../build/pack-plugin.ts";
import { createFailure } from "../../cli/failure.ts";
import { inRepository } from "../../cli/repository-root.ts";
import { isJsonObject, parseJson } from "../client/json.ts";
import type { Environment } from "../environment.ts";
import { packedPluginSchema } from "../load-packed-plugins.ts";
import { hashOf } from "../state/snapshot.ts";

const messages = defineMessages({
  unknown: {
    ja: "この環境に「{tag}」という名前の適用の記録がありません(あるのは {known})。",
    en: "There is no release “{tag}” of this environment (there are: {known}).",
  },
  damaged: {
    ja: "適用の記録 {file} が壊れています。別の名前を指定してください。",
    en: "The release {file} is damaged. Give another one.",
  },
  badTag: {
    ja: "適用の名前「{tag}」は使えません。文字・数字・.・_・-・+ で60字までにしてください。",
    en: "A release cannot be called “{tag}”: letters, digits, . _ - + and at most 60 of them.",
  },
  taken: {
    ja: "「{tag}」という名前の適用がもうあります。別の名前を付けてください。",
    en: "There is a release “{tag}” already. Choose another name.",
  },
});

/** What was declared when something was applied, so that a town without git can go back to it. */
export type Release = {
  readonly tag: string;
  readonly at: string;
  readonly by: string;
  /** SHA-256 of everything that was declared. */
  readonly declared: string;
  readonly apps: readonly AppSchema[];
  readonly plugins: readonly PackedPlugin[];
};

/** Written by ourselves and sealed with a hash; the shape is looked at, not every member. */
function isAppSchema(value: unknown): value is AppSchema {
  return (
    isJsonObject(value) &&
    appKeys.some((key) => key === value["key"]) &&
    isJsonObject(value["fields"]) &&
    Array.isArray(value["layout"]) &&
    Array.isArray(value["views"]) &&
    isJsonObject(value["permissions"])
  );
}

const releaseSchema = v.object({
  kind: v.literal("machi-dx-release"),
  format: v.literal(1),
  tag: v.string(),
  at: v.string(),
  by: v.string(),
  declared: v.string(),
  content: v.object({
    apps: v.array(v.custom<AppSchema>(isAppSchema)),
    plugins: v.array(packedPluginSchema),
  }),
  sha256: v.string(),
});

type Declared = {
  readonly environment: Pick<Environment, "kind" | "label" | "labels" | "principals" | "ruleLevels">;
  readonly apps: readonly AppSchema[];
  readonly plugins: readonly PackedPlugin[];
};

/** One hash over everything that decides what an environment shall be, besides records. */
export function hashDeclared({ environment, apps, plugins }: Declared): string {
  const { kind, label, labels, principals, ruleLevels } = environment;
  const zips = plugins.map(({ id, version, sha256 }) => [id, version, sha256]);
  return hashOf({ kind, label, labels, principals, ruleLevels, apps, zips });
}

/** Refuses a name before anything is applied under it. */
export function checkTag(folder: string, tag: string): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._+-]{0,59}$/u.test(tag)) {
    throw createFailure("invalid", messages.badTag, { tag });
  }
  if (existsSync(fileOf(folder, tag))) {
    throw createFailure("invalid", messages.taken, { tag });
  }
}

/** Keeps what was applied: the declarations as plain data, the plugin files as they were signed. */
export function saveRelease(folder: string, release: Release): void {
  const zips = resolve(folder, "releases", "plugins");
  mkdirSync(zips, { recursive: true });
  const plugins = release.plugins.map((plugin) => {
    const name = `${plugin.sha256}.zip`;
    if (!existsSync(resolve(zips, name))) {
      copyFileSync(inRepository(plugin.zip), resolve(zips, `${name}.new`));
      renameSync(resolve(zips, `${name}.new`), resolve(zips, name));
    }
    return { ...plugin, zip: name };
  });
  const content = { apps: release.apps, plugins };
  const { tag, at, by, declared } = release;
  const file = fileOf(folder, tag);
  const whole = { kind: "machi-dx-release", format: 1, tag, at, by, declared, content, sha256: hashOf(content) };
  writeFileSync(`${file}.new`, `${JSON.stringify(whole, null, 1)}\n`);
  renameSync(`${file}.new`, file);
}

export function loadRelease(folder: string, tag: string): Release {
  const file = fileOf(folder, tag);
  if (!existsSync(file) || !listFiles(folder).includes(`${tag}.json`)) {
    const known = listReleases(folder).map((release) => release.tag);
    throw createFailure("not-found", messages.unknown, { tag, known: known.join("、") || "—" });
  }
  const release = parseRelease(folder, file);
  if (release === null) {
    throw createFailure("invalid", messages.damaged, { file });
  }
  return release;
}

/** The releases of an environment, the last one first; those that cannot be read are passed over. */
export function listReleases(folder: string): Release[] {
  return listFiles(folder)
    .flatMap((name) => parseRelease(folder, resolve(folder, "releases", name)) ?? [])
    .toSorted((left, right) => (left.at < right.at ? 1 : -1));
}

function listFiles(folder: string): string[] {
  const releases = resolve(folder, "releases");
  return existsSync(releases) ? readdirSync(releases).filter((name) => name.endsWith(".json")) : [];
}

function parseRelease(folder: string, file: string): Release | null {
  const parsed = v.safeParse(releaseSchema, parseJson(readFileSync(file, "utf8")));
  if (!parsed.success) {
    return null;
  }
  const { content, sha256, tag, at, by, declared } = parsed.output;
  const zips = resolve(folder, "releases", "plugins");
  const isWhole =
    hashOf(content) === sha256 &&
    content.plugins.every(
      (plugin) => existsSync(resolve(zips, plugin.zip)) && hashFile(resolve(zips, plugin.zip)) === plugin.sha256,
    );
  const plugins = content.plugins.map((plugin) => ({ ...plugin, zip: resolve(zips, plugin.zip) }));
  return isWhole ? { tag, at, by, declared, apps: content.apps, plugins } : null;
}

function fileOf(folder: string, tag: string): string {
  return resolve(folder, "releases", `${tag}.json`);
}

function hashFile(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
