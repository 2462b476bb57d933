import { type Import, type SourceFile, readImports, withoutComments } from "./read-imports.ts";

/**
 * Who may import whom (docs/architecture.md). The first row whose `from` matches a file decides; `to` lists what that
 * file may reach besides npm packages. Tests may also reach the platform: they use it instead of mocks.
 */
const arrows: readonly { from: RegExp; to: readonly RegExp[]; node: boolean }[] = [
  { from: /^test\//u, to: [/./u], node: true },
  { from: /\.test\.tsx?$|\.test-d\.ts$|\/testing\//u, to: [/./u], node: true },
  { from: /^apps-schema\//u, to: [/^apps-schema\//u], node: false },
  { from: /^domain\//u, to: [/^domain\//u, /^apps-schema\//u], node: false },
  { from: /^plugins\/core\//u, to: [/^plugins\/core\//u, /^domain\//u, /^apps-schema\//u], node: false },
  {
    from: /^plugins\/[^/]+\//u,
    to: [/^plugins\/core\//u, /^domain\//u, /^apps-schema\//u],
    node: false,
  },
  { from: /^platform\/page\/client\//u, to: [/^platform\/(?:page|query|record|formula|store|api)\//u], node: false },
  { from: /^platform\//u, to: [/^platform\/(?!page\/client\/)/u], node: true },
  {
    from: /^scripts\//u,
    to: [/^scripts\//u, /^apps-schema\//u, /^domain\//u, /^webpack\.config\.ts$/u, /^package\.json$/u],
    node: true,
  },
];

/** What the house forbids, as sentences. `sources` are all files; none of them is run. */
export function findViolations(sources: readonly SourceFile[]): string[] {
  const imports = sources.flatMap((source) => readImports(source));
  return [
    ...imports.flatMap((entry) => judgeImport(entry)),
    ...sources.flatMap((source) => judgeText(source)),
    ...findCycles(imports).map((cycle) => `import cycle: ${cycle.join(" → ")}`),
  ];
}

function judgeImport(entry: Import): string[] {
  const rule = arrows.find(({ from }) => from.test(entry.from));
  if (rule === undefined) {
    return [`${entry.from}: no arrow is drawn for this folder`];
  }
  if (!entry.isRelative) {
    return entry.to.startsWith("node:") && !rule.node ? [`${entry.from}: ${entry.to} is not for this folder`] : [];
  }
  const isOwnPlugin = pluginOf(entry.from) !== null && pluginOf(entry.from) === pluginOf(entry.to);
  const isAllowed = isOwnPlugin || rule.to.some((pattern) => pattern.test(entry.to));
  const isModelToView = /^plugins\/[^/]+\/model\//u.test(entry.from) && entry.to.includes("/view/");
  return [
    ...(isAllowed ? [] : [`${entry.from}: must not import ${entry.to}`]),
    ...(isModelToView ? [`${entry.from}: a model must not import a view (${entry.to})`] : []),
  ];
}

function judgeText(source: SourceFile): string[] {
  const isTest = /\.test\.tsx?$|^test\/|\/testing\//u.test(source.path);
  const namesKintone = /(?<![\w$."'`/@-])kintone\.[a-zA-Z$]/u.test(withoutComments(source.text));
  const mayNameKintone = !source.path.startsWith("plugins/") || source.path.startsWith("plugins/core/kintone/");
  const modelUsesReact =
    /^plugins\/[^/]+\/model\//u.test(source.path) && /from ["']react/u.test(withoutComments(source.text));
  return [
    ...(namesKintone && !mayNameKintone && !isTest
      ? [`${source.path}: only plugins/core/kintone names the kintone object`]
      : []),
    ...(modelUsesReact ? [`${source.path}: a model must not import React`] : []),
  ];
}

function pluginOf(path: string): string | null {
  return /^plugins\/([^/]+)\//u.exec(path)?.[1] ?? null;
}

/** Cycles among value imports; a type import vanishes before anything is loaded, so it cannot be part of one. */
function findCycles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, isRelative, isTypeOnly } of imports) {
    if (isRelative && !isTypeOnly) {
      next.set(from, [...(next.get(from) ?? []), to]);
    }
  }
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    if (done.has(file)) {
      return;
    }
    for (const target of next.get(file) ?? []) {
      visit(target, [...path, file]);
    }
    done.add(file);
  };
  for (const file of next.keys()) {
    visit(file, []);
  }
  return cycles;
}
