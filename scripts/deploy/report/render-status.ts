import { defineMessages } from "../../../domain/message.ts";
import { textOf } from "../../cli/say.ts";
import type { Deployment, PlannedSuite } from "../engine.ts";
import type { Usage } from "../observe/read-usage.ts";
import { findDrift } from "../release/find-drift.ts";
import { hashDeclared, listReleases } from "../release/release-store.ts";
import type { ReportFormat } from "./render-report.ts";

const messages = defineMessages({
  title: { ja: "環境「{name}」({label}) {baseUrl}", en: "Environment “{name}” ({label}) {baseUrl}" },
  absent: { ja: "まだありません", en: "not there yet" },
  live: { ja: "利用中", en: "live" },
  draft: { ja: "反映していない変更あり", en: "has changes that are not deployed" },
  created: { ja: "作りかけ(まだ反映していません)", en: "created, not deployed yet" },
  installed: { ja: "{version} を読み込み済み", en: "{version} is installed" },
  older: { ja: "{version} を読み込み済み(手元と違います)", en: "{version} is installed, not the one built here" },
  differs: { ja: "宣言と違う所{count}か所", en: "{count} differences from the declarations" },
  usage: {
    ja: "記録{records}件・今日のAPI呼び出し{requests}/10,000",
    en: "{records} records, {requests}/10,000 calls today",
  },
  same: { ja: "宣言どおりです。", en: "As declared." },
  ahead: {
    ja: "宣言と違う所があります。npm run deploy -- plan --env {name} で確かめてください。",
    en: "It differs from the declarations; look at npm run deploy -- plan --env {name}",
  },
  drift: {
    ja: "前回の適用のあとで、kintoneの側が直接変えられています。npm run deploy -- plan --env {name} で確かめてください。",
    en: "It was changed by hand after the last release; look at npm run deploy -- plan --env {name}",
  },
  noRelease: { ja: "適用の記録はまだありません。", en: "No release yet." },
  lostReleases: {
    ja: "アプリはありますが、この端末に適用の記録がありません。別の端末で適用したか、記録のフォルダーが失われています。宣言との違いは分かりますが、直接変えられた所かどうかは区別できません。",
    en: "The apps are there, but this machine has no record of releases: they were applied from another one, or the folder is lost. What differs is known, but not whether it was changed by hand.",
  },
  marked: {
    ja: "この端末に適用の記録はありません。kintoneに残る目印では、最後の適用は {tag}({at})です。",
    en: "This machine has no record of releases. By the mark that kintone keeps, the last one was {tag} ({at}).",
  },
  releases: { ja: "適用の記録(新しい順)", en: "Releases (newest first)" },
  release: { ja: "{tag}: {at} {by}", en: "{tag}: {at} {by}" },
  current: { ja: "{tag}: {at} {by} ← 今の宣言", en: "{tag}: {at} {by} ← the present declarations" },
});

export type Status = {
  readonly kind: "machi-dx-status";
  readonly format: 2;
  readonly environment: {
    readonly name: string;
    readonly label: string;
    readonly kind: string;
    readonly baseUrl: string;
    readonly guestSpace: string | null;
  };
  /** Whether changes were made by hand since the last release; null where neither this machine nor the domain remembers one. */
  readonly isDrift: boolean | null;
  readonly changes: number;
  readonly apps: readonly {
    readonly key: string;
    readonly name: string;
    readonly id: string | null;
    readonly url: string | null;
    readonly state: "absent" | "created" | "draft" | "live";
    readonly changes: number;
    readonly usage: Usage | null;
  }[];
  readonly plugins: readonly {
    readonly name: string;
    readonly id: string;
    readonly version: string | null;
    readonly isCurrent: boolean;
  }[];
  /** The last release as the domain itself remembers it, where its apps had to be looked for. */
  readonly mark: { readonly tag: string; readonly at: string } | null;
  readonly releases: readonly {
    readonly tag: string;
    readonly at: string;
    readonly by: string;
    readonly isCurrent: boolean;
  }[];
};

/** Where each app and plugin of the suite stands in a domain; `usage` by app id, as far as it was asked for. */
export function buildStatus(
  deployment: Deployment,
  planned: Pick<PlannedSuite, "plan" | "observed">,
  usage: ReadonlyMap<string, Usage> = new Map(),
): Status {
  const { environment, apps, plugins, state } = deployment;
  const { plan, observed } = planned;
  const declared = hashDeclared(deployment);
  const { name, label, kind, baseUrl, guestSpace } = environment;
  const changes = plan.steps.filter(({ area }) => area !== "deploy").length;
  const mark = observed.release ?? null;
  return {
    kind: "machi-dx-status",
    format: 2,
    environment: { name, label, kind, baseUrl, guestSpace },
    isDrift: findDrift(deployment, planned),
    changes,
    apps: apps.map((app) => {
      const present = observed.apps.get(app.key);
      const id = present?.id ?? null;
      return {
        key: app.key,
        name: app.name,
        id,
        url: id === null ? null : `${baseUrl}/k/${guestSpace === null ? "" : `guest/${guestSpace}/`}${id}/`,
        state: stateOf(present),
        changes: plan.steps.filter((step) => step.app === app.key).length,
        usage: usage.get(id ?? "") ?? null,
      };
    }),
    plugins: plugins.map((plugin) => {
      const installed = observed.plugins.get(plugin.id);
      return {
        name: plugin.name.ja,
        id: plugin.id,
        version: installed?.version ?? null,
        isCurrent: installed?.version === plugin.version && installed.build === plugin.build,
      };
    }),
    mark: mark === null ? null : { tag: mark.tag, at: mark.at },
    releases: listReleases(state.folder).map((release) => ({
      tag: release.tag,
      at: release.at,
      by: release.by,
      isCurrent: release.declared === declared,
    })),
  };
}

function stateOf(app: { readonly revision: string; readonly liveRevision: string | null } | undefined) {
  if (app === undefined) {
    return "absent";
  }
  if (app.liveRevision === null) {
    return "created";
  }
  return app.revision === app.liveRevision ? "live" : "draft";
}

const shownReleases = 5;

export function renderStatus(status: Status, format: ReportFormat): string {
  if (format === "json") {
    return JSON.stringify(status, null, 2);
  }
  const bullet = format === "md" ? "- " : "  ";
  const { name, label, baseUrl } = status.environment;
  const verdict = status.isDrift === true ? messages.drift : status.changes > 0 ? messages.ahead : messages.same;
  const releases = status.releases
    .slice(0, shownReleases)
    .map(
      ({ tag, at, by, isCurrent }) =>
        `${bullet}${textOf(isCurrent ? messages.current : messages.release, { tag, at, by })}`,
    );
  return [
    textOf(messages.title, { name, label, baseUrl }),
    textOf(verdict, { name }),
    ...status.apps.map((app) => `${bullet}${renderApp(app)}`),
    ...status.plugins.map((plugin) => `${bullet}${plugin.name}: ${renderPlugin(plugin)}`),
    ...(releases.length > 0 ? [textOf(messages.releases), ...releases] : [renderNoReleases(status)]),
  ].join("\n");
}

function renderNoReleases({ apps, mark }: Status): string {
  if (mark !== null) {
    return textOf(messages.marked, mark);
  }
  const isThere = apps.some(({ state }) => state === "live" || state === "draft");
  return textOf(isThere ? messages.lostReleases : messages.noRelease);
}

function renderApp({ name, state, url, changes, usage }: Status["apps"][number]): string {
  const details = [
    ...(changes > 0 && state !== "absent" ? [textOf(messages.differs, { count: changes })] : []),
    ...(usage === null ? [] : [textOf(messages.usage, usage)]),
  ];
  const about = details.length === 0 ? "" : `(${details.join("・")})`;
  return `${name}: ${textOf(messages[state])}${about} ${url ?? ""}`.trimEnd();
}

function renderPlugin(plugin: Status["plugins"][number]): string {
  if (plugin.version === null) {
    return textOf(messages.absent);
  }
  return textOf(plugin.isCurrent ? messages.installed : messages.older, { version: plugin.version });
}
