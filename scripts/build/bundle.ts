import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Chunk, Compilation, Configuration, Stats } from "webpack";
import { defineMessages } from "../../domain/message.ts";
import { createFailure } from "../cli/failure.ts";

const messages = defineMessages({
  failed: {
    ja: "画面の組み立て(webpack)に失敗しました。\n{errors}",
    en: "Bundling (webpack) did not succeed.\n{errors}",
  },
});

/** One file that webpack wrote, with what its size budget depends on. */
export type Bundle = {
  readonly configuration: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly hasReact: boolean;
};

/** Runs webpack for these configurations and answers what it wrote. webpack itself is loaded only here: it takes a second. */
export async function runWebpack(configurations: readonly Configuration[]): Promise<Bundle[]> {
  const { default: webpack } = await import("webpack");
  const compiler = webpack([...configurations]);
  if (compiler === null) {
    throw createFailure("unexpected", messages.failed, { errors: "webpack" });
  }
  const stats = await new Promise<{ stats: Stats[] }>((settle, reject) => {
    compiler.run((error, result) => {
      if (error !== null || result === undefined) {
        reject(error ?? new Error("webpack answered nothing"));
        return;
      }
      settle({ stats: result.stats });
    });
  });
  const failed = stats.stats.filter((each) => each.hasErrors());
  if (failed.length > 0) {
    const errors = failed.map((each) => each.toString({ preset: "errors-only", colors: false })).join("\n");
    throw createFailure("configuration", messages.failed, { errors });
  }
  const bundles = stats.stats.flatMap((each) => listBundles(each.compilation));
  // Closing forgets which modules are in which file, so it comes after the listing.
  await new Promise<void>((settle, reject) => {
    compiler.close((error) => (error ? reject(error) : settle()));
  });
  return bundles;
}

function listBundles(compilation: Compilation): Bundle[] {
  return [...compilation.chunks].flatMap((chunk) => {
    const hasReact = containsReact(compilation, chunk);
    return [...chunk.files].map((file) => ({
      configuration: compilation.compiler.name ?? "",
      file,
      bytes: readFileSync(resolve(compilation.compiler.outputPath, file)),
      hasReact: hasReact && file.endsWith(".js"),
    }));
  });
}

function containsReact(compilation: Compilation, chunk: Chunk): boolean {
  return [...compilation.chunkGraph.getChunkModulesIterable(chunk)]
    .flatMap((module) => listIdentifiers(module))
    .some((identifier) => /[\\/]node_modules[\\/]react-dom[\\/]/u.test(identifier));
}

/** webpack joins modules into one for production; what was joined is only in that one's own list. */
function listIdentifiers(module: Identified): string[] {
  const inner: unknown = "modules" in module ? module.modules : [];
  const joined = Array.isArray(inner) ? inner.filter((each) => isIdentified(each)) : [];
  return [module, ...joined].map((each) => each.identifier());
}

type Identified = { readonly identifier: () => string };

function isIdentified(module: unknown): module is Identified {
  return (
    typeof module === "object" && module !== null && "identifier" in module && typeof module.identifier === "function"
  );
}
