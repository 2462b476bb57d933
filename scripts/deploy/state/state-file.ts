import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import { inRepository } from "../../cli/repository-root.ts";
import { parseJson } from "../client/json.ts";
import type { Environment } from "../environment.ts";

const settledSchema = v.object({
  revision: v.string(),
  /** As apps.json answered it; empty until the first look after our deploy. */
  modifiedAt: v.string(),
  /** The server's clock around our last deploy: a change of `modifiedAt` in between, by our account, is that deploy. */
  deployedBetween: v.optional(v.tuple([v.number(), v.number()])),
  /** SHA-256 of what was declared. */
  declared: v.string(),
});

const appSchema = v.object({
  id: v.string(),
  hasDraft: v.boolean(),
  /** Absent while anything is unsure: a run in between, or one that did not end. */
  settled: v.optional(settledSchema),
});

const stateSchema = v.object({
  format: v.literal(1),
  /** The address, or `local`: the platform of this machine keeps its apps when its port changes. */
  domain: v.string(),
  apps: v.record(v.string(), appSchema),
  /** Plugin id → what the last run left installed. */
  plugins: v.optional(v.record(v.string(), v.object({ version: v.string(), build: v.nullable(v.string()) })), {}),
  /** SHA-256 of the principals that were there and of the records that were loaded. */
  settled: v.optional(v.record(v.string(), v.string()), {}),
  /** Set just before an app is created and cleared with its id: an answer that never came leaves it behind. */
  creating: v.optional(v.picklist(appKeys)),
  /** An app that another machine began to create: nothing is created here until it is live or gone. */
  rival: v.optional(v.string()),
  sample: v.optional(v.picklist(["loaded", "removed"])),
  deployTime: v.optional(v.number()),
});

type State = v.InferOutput<typeof stateSchema>;

export type SettledApp = v.InferOutput<typeof settledSchema>;

/**
 * What a domain cannot tell: the id of an app that was created but never deployed (apps.json lists only live apps), which drafts an
 * interrupted run of ours left, and at which revision an app was when it was last seen whole. Only a hint: each use is checked against
 * the domain itself.
 */
export type StateFile = {
  /** Where the journals and what was last seen of each app are kept. */
  readonly folder: string;
  readonly appId: (key: AppKey) => string | undefined;
  readonly hasDraft: (key: AppKey, id: string) => boolean;
  readonly settledApp: (key: AppKey, id: string) => SettledApp | undefined;
  readonly plugins: () => State["plugins"];
  /** Hash of `part` (principals, records of an app) when it was last seen complete. */
  readonly settledPart: (part: string) => string | undefined;
  readonly sample: () => State["sample"];
  readonly creating: () => AppKey | undefined;
  readonly saveCreating: (key: AppKey) => void;
  readonly rival: () => string | undefined;
  readonly saveRival: (id: string | undefined) => void;
  /** Another id, a draft, or the end of one; what was settled stays so only while nothing changes. */
  readonly saveApp: (key: AppKey, app: { readonly id: string; readonly hasDraft: boolean }) => void;
  readonly settleApp: (key: AppKey, id: string, settled: SettledApp) => void;
  readonly settle: (parts: Readonly<Record<string, string>>, plugins?: State["plugins"]) => void;
  /** How long a deploy of this domain is expected to take, in milliseconds; 0 before the first one. */
  readonly deployTime: () => number;
  readonly saveDeployTime: (milliseconds: number) => void;
  readonly saveSample: (sample: "loaded" | "removed") => void;
  /** A new app has no sample yet, whatever an older domain at this address had. */
  readonly forgetSample: () => void;
};

/** `.data/state`, or MACHI_DX_STATE: several machines can share one folder of states. */
export function defaultStateFolder(): string {
  const folder = process.env["MACHI_DX_STATE"];
  return folder === undefined || folder === "" ? inRepository(".data/state") : resolve(folder);
}

/** Opens `<folder>/<environment>.json`; a file of another domain, or one that cannot be read, counts as empty. */
export function openStateFile(
  folder: string,
  { name, baseUrl, isLocal }: Pick<Environment, "name" | "baseUrl" | "isLocal">,
): StateFile {
  const file = resolve(folder, `${name}.json`);
  let state = loadState(file, isLocal ? "local" : baseUrl);

  function save(next: State): void {
    state = next;
    mkdirSync(dirname(file), { recursive: true });
    // A rename is whole or not at all, so a kill while writing keeps the former state.
    writeFileSync(`${file}.new`, `${JSON.stringify(next, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  }

  return {
    folder: resolve(folder, name),
    appId: (key) => state.apps[key]?.id,
    hasDraft: (key, id) => state.apps[key]?.id === id && state.apps[key].hasDraft,
    settledApp: (key, id) => (state.apps[key]?.id === id ? state.apps[key].settled : undefined),
    plugins: () => state.plugins,
    settledPart: (part) => state.settled[part],
    sample: () => state.sample,
    creating: () => state.creating,
    saveCreating: (key) => save({ ...state, creating: key }),
    rival: () => state.rival,
    saveRival: (id) => {
      const { rival: _rival, ...rest } = state;
      save(id === undefined ? rest : { ...rest, rival: id });
    },
    saveApp: (key, { id, hasDraft }) => {
      const known = state.apps[key];
      if (known?.id !== id || known.hasDraft !== hasDraft || state.creating === key || (hasDraft && known.settled)) {
        const { creating, ...rest } = state;
        const settled = known?.id === id && !hasDraft ? known.settled : undefined;
        const apps = { ...state.apps, [key]: { id, hasDraft, ...(settled === undefined ? {} : { settled }) } };
        save(creating === undefined || creating === key ? { ...rest, apps } : { ...rest, creating, apps });
      }
    },
    settleApp: (key, id, settled) =>
      save({ ...state, apps: { ...state.apps, [key]: { id, hasDraft: false, settled } } }),
    settle: (parts, plugins = state.plugins) => save({ ...state, settled: { ...state.settled, ...parts }, plugins }),
    deployTime: () => state.deployTime ?? 0,
    saveDeployTime: (milliseconds) => {
      if (state.deployTime !== milliseconds) {
        save({ ...state, deployTime: milliseconds });
      }
    },
    saveSample: (sample) => {
      if (state.sample !== sample) {
        save({ ...state, sample });
      }
    },
    forgetSample: () => {
      if (state.sample !== undefined) {
        const { sample: _sample, ...rest } = state;
        save(rest);
      }
    },
  };
}

function loadState(file: string, domain: string): State {
  const empty: State = { format: 1, domain, apps: {}, plugins: {}, settled: {} };
  if (!existsSync(file)) {
    return empty;
  }
  const parsed = v.safeParse(stateSchema, parseJson(readFileSync(file, "utf8")));
  return parsed.success && parsed.output.domain === domain ? parsed.output : empty;
}

/** App ids in a state, by key. */
export function knownAppIds(state: StateFile): Map<AppKey, string> {
  return new Map(
    appKeys.flatMap((key) => {
      const id = state.appId(key);
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}
