import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import * as v from "valibot";
import { inRepository, repositoryRoot } from "../cli/repository-root.ts";

const stampSchema = v.object({ inputs: v.string(), outputs: v.record(v.string(), v.string()) });

/** One hash over the contents of files and folders (tests left out, they are not bundled). */
export function hashInputs(paths: readonly string[], extra = ""): string {
  const hash = createHash("sha256").update(extra);
  for (const file of paths.flatMap((path) => listFiles(inRepository(path))).toSorted()) {
    hash.update(`${relative(repositoryRoot, file).replaceAll(sep, "/")}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) {
    return [];
  }
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/u.test(entry.name))
    .map((entry) => resolve(entry.parentPath, entry.name));
}

function stampFile(name: string): string {
  return inRepository(".cache/build", `${name}.json`);
}

/** Whether the outputs are there, unchanged since they were built from these inputs. */
export function isBuilt(name: string, inputs: string): boolean {
  if (!existsSync(stampFile(name))) {
    return false;
  }
  const stamp = v.safeParse(stampSchema, parseJson(readFileSync(stampFile(name), "utf8")));
  return (
    stamp.success &&
    stamp.output.inputs === inputs &&
    Object.entries(stamp.output.outputs).every(([file, hash]) => hashFile(file) === hash)
  );
}

export function saveStamp(name: string, inputs: string, outputs: readonly string[]): void {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  const hashes = Object.fromEntries(outputs.map((file) => [file, hashFile(file)]));
  writeFileSync(stampFile(name), JSON.stringify({ inputs, outputs: hashes }, null, 2));
}

function hashFile(file: string): string {
  const path = inRepository(file);
  return existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : "missing";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
