import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import { defineMessages } from "../../../domain/message.ts";
import type { PackedPlugin } from "../../build/pack-plugin.ts";
import { textOf } from "../../cli/say.ts";
import type { Environment } from "../environment.ts";
import type { ObservedSuite } from "../plan/observed-suite.ts";
import type { PlanFormat } from "./render-plan.ts";

const messages = defineMessages({
  title: { ja: "環境「{name}」({label}) {baseUrl}", en: "Environment “{name}” ({label}) {baseUrl}" },
  absent: { ja: "まだありません", en: "not there yet" },
  live: { ja: "利用中", en: "live" },
  draft: { ja: "反映していない変更あり", en: "has changes that are not deployed" },
  created: { ja: "作りかけ(まだ反映していません)", en: "created, not deployed yet" },
  installed: { ja: "{version} を読み込み済み", en: "{version} is installed" },
  older: { ja: "{version} を読み込み済み(手元と違います)", en: "{version} is installed, not the one built here" },
});

type Status = {
  readonly format: 1;
  readonly environment: { readonly name: string; readonly label: string; readonly baseUrl: string };
  readonly apps: readonly {
    readonly key: string;
    readonly name: string;
    readonly id: string | null;
    readonly url: string | null;
    readonly state: "absent" | "created" | "draft" | "live";
  }[];
  readonly plugins: readonly {
    readonly name: string;
    readonly id: string;
    readonly version: string | null;
    readonly isCurrent: boolean;
  }[];
};

/** Where each app and plugin of the suite stands in a domain. */
export function buildStatus(
  environment: Environment,
  parts: { readonly apps: readonly AppSchema[]; readonly plugins: readonly PackedPlugin[] },
  observed: ObservedSuite,
): Status {
  const { name, label, baseUrl } = environment;
  return {
    format: 1,
    environment: { name, label, baseUrl },
    apps: parts.apps.map((app) => {
      const present = observed.apps.get(app.key);
      const id = present?.id ?? null;
      return {
        key: app.key,
        name: app.name,
        id,
        url: id === null ? null : `${baseUrl}/k/${id}/`,
        state: stateOf(present),
      };
    }),
    plugins: parts.plugins.map((plugin) => {
      const installed = observed.plugins.get(plugin.id);
      return {
        name: plugin.name.ja,
        id: plugin.id,
        version: installed?.version ?? null,
        isCurrent: installed?.version === plugin.version && installed.build === plugin.build,
      };
    }),
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

export function renderStatus(status: Status, format: PlanFormat): string {
  if (format === "json") {
    return JSON.stringify(status, null, 2);
  }
  const bullet = format === "md" ? "- " : "  ";
  return [
    textOf(messages.title, status.environment),
    ...status.apps.map((app) => `${bullet}${app.name}: ${textOf(messages[app.state])} ${app.url ?? ""}`.trimEnd()),
    ...status.plugins.map((plugin) => `${bullet}${plugin.name}: ${renderPlugin(plugin)}`),
  ].join("\n");
}

function renderPlugin(plugin: Status["plugins"][number]): string {
  if (plugin.version === null) {
    return textOf(messages.absent);
  }
  return textOf(plugin.isCurrent ? messages.installed : messages.older, { version: plugin.version });
}
