import type { Store } from "../../store/store.ts";
import { endDeploy } from "./end-deploy.ts";

/**
 * Ends the deploys that a process which is gone had accepted and not carried out yet. To be called when a platform starts: the call
 * that asked for the deploy was answered, so it is kept.
 */
export function resumeDeploys(store: Store, now: Date): void {
  for (const app of store.apps.list().filter(({ deploy }) => deploy?.status === "PROCESSING")) {
    endDeploy(store, app.id, now);
  }
}
