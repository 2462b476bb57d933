import { gzipSync } from "node:zlib";
import type { Bundle } from "./bundle.ts";

/** kintone loads all of a plugin's scripts on every page of its apps, often through a narrow gateway. */
const kilobyte = 1024;
const budgets = { withoutReact: 30 * kilobyte, withReact: 120 * kilobyte };

export type BundleSize = { readonly name: string; readonly gzip: number; readonly budget: number | null };

/** Size of a bundle as it travels, and its budget; the pages of the local platform have none. */
export function measureBundle(bundle: Bundle, isPlugin: boolean): BundleSize {
  const budget = bundle.hasReact ? budgets.withReact : budgets.withoutReact;
  return {
    name: `${bundle.configuration}/${bundle.file}`,
    gzip: gzipSync(bundle.bytes, { level: 9 }).length,
    budget: isPlugin ? budget : null,
  };
}

export function isOverBudget(size: BundleSize): boolean {
  return size.budget !== null && size.gzip > size.budget;
}

/** For example `roadmap/desktop.js  81.2 KB / 120 KB`. */
export function renderSize(size: BundleSize): string {
  const used = `${(size.gzip / kilobyte).toFixed(1)} KB`;
  return `${size.name.padEnd(32)}${used.padStart(9)}${size.budget === null ? "" : ` / ${size.budget / kilobyte} KB`}`;
}
