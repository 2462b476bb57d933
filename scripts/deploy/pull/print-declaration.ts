import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";

const widest = 110;

/** The declaration as a TypeScript file in the form of apps-schema/apps. `importPath` leads to `app-schema.ts`. */
export function printDeclaration(schema: AppSchema, importPath: string): string {
  return [
    `import { defineApp } from ${JSON.stringify(importPath)};`,
    "",
    `export const ${toExportName(schema.key)} = defineApp(${print(schema, "")});`,
    "",
  ].join("\n");
}

/** `plan_version` → `planVersion` */
function toExportName(key: AppKey): string {
  return key.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

function print(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  const isList = Array.isArray(value);
  const entries = isList
    ? value.map((item) => ["", item] as const)
    : Object.entries(value).filter(([, member]) => member !== undefined);
  const deeper = `${indent}  `;
  const parts = entries.map(([name, member]) => (isList ? "" : `${printName(name)}: `) + print(member, deeper));
  const [open, close, gap] = isList ? ["[", "]", ""] : ["{", "}", " "];
  if (parts.length === 0) {
    return `${open}${close}`;
  }
  const line = `${open}${gap}${parts.join(", ")}${gap}${close}`;
  return line.length + indent.length <= widest && !line.includes("\n")
    ? line
    : `${open}\n${parts.map((part) => `${deeper}${part},\n`).join("")}${indent}${close}`;
}

function printName(name: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}
