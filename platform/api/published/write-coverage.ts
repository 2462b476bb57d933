import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { operations } from "../routes.ts";
import { buildCoverage } from "./build-coverage.ts";

// To be run after an operation was added: node --import tsx platform/api/published/write-coverage.ts
const folder = resolve(import.meta.dirname, "../../../docs/kintone");
mkdirSync(folder, { recursive: true });
writeFileSync(resolve(folder, "coverage.md"), buildCoverage(operations));
