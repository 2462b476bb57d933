import type { Store } from "../../store/store.ts";
import { carryOutDeploy } from "./carry-out-deploy.ts";

/**
 * Carries out a deploy outside of any call: nobody is there to be told of an unexpected error, so it ends in FAIL with the old
 * settings still live.
 */
export function endDeploy(store: Store, appId: number, now: Date): void {
  try {
    carryOutDeploy(store, appId, now);
  } catch (error) {
    store.apps.log(
      `deploy of app ${appId} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    store.transaction(() => {
      const deploy = store.apps.find(appId)?.deploy;
      for (const id of deploy?.apps ?? []) {
        if (deploy && store.apps.find(id) !== null) {
          store.apps.saveDeploy(id, { ...deploy, status: "FAIL" });
        }
      }
    });
  }
}
