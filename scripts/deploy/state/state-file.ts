import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import { inRepository } from "../../cli/repository-root.ts";
import type { Environment } from "../environment.ts";

const stateSchema = v.object({
  format: v.literal(1),
  /** The address, or `local`: the platform of this machine keeps its apps when its port changes. */
  domain: v.string(),
  apps: v.record(v.string(), v.object({ id: v.string(), hasDraft: v.boolean() })),
  /** Set just before an app is created and cleared with its id: an answer that never came leaves it behind. */
  creating: v.optional(v.picklist(appKeys)),
  sample: v.optional(v.picklist(["loaded", "removed"])),
});

type State = v.InferOutput<typeof stateSchema>;

/**
 * What a domain cannot tell: the id of an app that was created but never deployed (apps.json lists only live apps), and
 * which drafts an interrupted run of ours left. Only a hint: every id is checked against the stamp in the app itself.
 */
export type StateFile = {
  readonly appId: (key: AppKey) => string | undefined;
  readonly hasDraft: (key: AppKey, id: string) => boolean;
  readonly sample: () => State["sample"];
  readonly creating: () => AppKey | undefined;
  readonly saveCreating: (key: AppKey) => void;
  readonly saveApp: (key: AppKey, app: { readonly id: string; readonly hasDraft: boolean }) => void;
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
    appId: (key) => state.apps[key]?.id,
    hasDraft: (key, id) => state.apps[key]?.id === id && state.apps[key].hasDraft,
    sample: () => state.sample,
    creating: () => state.creating,
    saveCreating: (key) => save({ ...state, creating: key }),
    saveApp: (key, app) => {
      const known = state.apps[key];
      if (known?.id !== app.id || known.hasDraft !== app.hasDraft || state.creating === key) {
        const { creating, ...rest } = state;
        const apps = { ...state.apps, [key]: { id: app.id, hasDraft: app.hasDraft } };
        save(creating === undefined || creating === key ? { ...rest, apps } : { ...rest, creating, apps });
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
  const empty: State = { format: 1, domain, apps: {} };
  if (!existsSync(file)) {
    return empty;
  }
  const parsed = v.safeParse(stateSchema, parseJson(readFileSync(file, "utf8")));
  return parsed.success && parsed.output.domain === domain ? parsed.output : empty;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
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
