import { unzipSync } from "fflate";
import type { Message } from "../page/message.ts";
import { pluginFaults } from "./plugin-faults.ts";

export type PluginFault = { readonly message: Message; readonly params: Readonly<Record<string, string>> };

export type ZipLimits = { readonly files: number; readonly fileMegabytes: number; readonly allMegabytes: number };

const megabyte = 1024 * 1024;

/**
 * The files of a zip by path, or why it is refused. Sizes are judged by the directory before anything is inflated, and fflate
 * never writes more than the declared size, so a zip bomb costs no memory.
 */
export function readZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  notZip: Message,
): ReadonlyMap<string, Uint8Array> | PluginFault {
  const names = new Set<string>();
  let total = 0;
  let fault: PluginFault | null = null;
  const judge = (name: string, size: number): PluginFault | null => {
    total += size;
    if (names.has(name)) {
      return { message: pluginFaults.duplicatePath, params: { name } };
    }
    names.add(name);
    if (!isSafePath(name)) {
      return { message: pluginFaults.unsafePath, params: { name } };
    }
    if (names.size > limits.files) {
      return { message: pluginFaults.tooManyFiles, params: { limit: String(limits.files) } };
    }
    if (size > limits.fileMegabytes * megabyte) {
      return { message: pluginFaults.tooLarge, params: { name, limit: String(limits.fileMegabytes) } };
    }
    return total > limits.allMegabytes * megabyte
      ? { message: pluginFaults.tooLargeInAll, params: { limit: String(limits.allMegabytes) } }
      : null;
  };
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        fault ??= judge(name, originalSize);
        return fault === null && !name.endsWith("/");
      },
    });
    return fault ?? new Map(Object.entries(files));
  } catch {
    return { message: notZip, params: {} };
  }
}

/** Relative, with `/` between parts, and never out of the folder. */
export function isSafePath(path: string): boolean {
  const parts = path.replace(/\/$/u, "").split("/");
  return (
    !/[\\\0:]/u.test(path) && parts.every((part) => part !== "" && part !== "." && part !== "..") && path.length <= 512
  );
}

export function isPluginFault(value: object): value is PluginFault {
  return "message" in value && "params" in value;
}
