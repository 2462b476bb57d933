import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { hashKeys, hashPrincipals, wantedKeys } from "../observe/observe-suite.ts";
import type { Bodies, DesiredSuite } from "../plan/desired-suite.ts";
import type { ObservedSuite } from "../plan/observed-suite.ts";
import { listDeclaredAreas } from "../plan/plan-suite.ts";
import { hashOf, saveSnapshot } from "../state/snapshot.ts";
import type { StateFile } from "../state/state-file.ts";
import type { Applied } from "./apply-plan.ts";
import { overlayWrite } from "./overlay-snapshot.ts";

type Settled = {
  readonly state: StateFile;
  readonly desired: DesiredSuite;
  readonly observed: ObservedSuite;
};

/** After a run that went through: remembers what is there now, so that the next run need not read it. */
export function settleSuite({ state, desired, observed }: Settled, applied: Applied): void {
  for (const app of desired.apps) {
    const revision = applied.revisions.get(app.key);
    const between = applied.deployed.get(app.key);
    const id = applied.ids.get(app.key);
    if (revision !== undefined && between !== undefined && id !== undefined) {
      const before = observed.apps.get(app.key);
      const creator = before?.creator ?? desired.deployer;
      saveSnapshot(state.folder, app.key, {
        id,
        revision,
        creator,
        areas: overlayAreas(app.key, { desired, observed }, applied),
      });
      state.settleApp(app.key, id, {
        revision,
        modifiedAt: "",
        deployedBetween: [between[0], between[1]],
        declared: hashOf(app.bodies),
      });
    }
  }
  const records = desired.apps.flatMap((app) => {
    const id = applied.ids.get(app.key);
    const isHidden = observed.apps.get(app.key)?.recordKeys === null;
    return id === undefined || isHidden
      ? []
      : [[`records:${app.key}`, hashKeys(id, wantedKeys(app, desired, "records"))] as const];
  });
  const plugins = Object.fromEntries(desired.plugins.map(({ id, version, build }) => [id, { version, build }]));
  state.settle({ ...Object.fromEntries(records), principals: hashPrincipals(desired) }, plugins);
}

/** An area that was never sent is as a new app has it, or as it was read. */
function overlayAreas(
  key: AppKey,
  { desired, observed }: Pick<Settled, "desired" | "observed">,
  applied: Applied,
): Bodies {
  const app = desired.apps.find((each) => each.key === key);
  const initial = Object.fromEntries(
    (app === undefined ? [] : listDeclaredAreas(app)).map(({ area, initial: value }) => [area, value]),
  );
  const before: Bodies = observed.apps.get(key)?.areas ?? initial;
  return applied.writes
    .filter((write) => write.app === key)
    .reduce((areas, write) => overlayWrite(areas, write), before);
}
