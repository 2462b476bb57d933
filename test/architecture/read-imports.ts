import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";

/** One import of one file; paths are relative to the repository root with `/`. */
export type Import = {
  readonly from: string;
  /** The resolved file for a relative import, else the bare specifier as written. */
  readonly to: string;
  readonly isRelative: boolean;
  readonly isTypeOnly: boolean;
};

export type SourceFile = { readonly path: string; readonly text: string };

const folders = ["apps-schema", "domain", "plugins", "platform", "scripts", "test"];

/** Every TypeScript and JavaScript source below the product's folders. */
export function readSources(root: string): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/u.test(entry.name))
      .map((entry) => resolve(entry.parentPath, entry.name))
      .map((file) => ({ path: relative(root, file).split(sep).join("/"), text: readFileSync(file, "utf8") })),
  );
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gu;

/** The imports of a file. TypeScript 7 has no JavaScript API, so the text is read; oxfmt keeps its shape regular. */
export function readImports(file: SourceFile): Import[] {
  return [...withoutComments(file.text).matchAll(importPattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? "";
    const isRelative = specifier.startsWith(".");
    return {
      from: file.path,
      to: isRelative ? posix.normalize(posix.join(dirname(file.path), specifier)) : specifier,
      isRelative,
      isTypeOnly: match[1] !== undefined,
    };
  });
}

/** Source text without comments, for searches that must not fire on prose. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//gu, "").replaceAll(/(^|\s)\/\/[^\n]*/gu, "$1");
}
