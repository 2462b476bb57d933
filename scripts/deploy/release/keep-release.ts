import { toFileTime } from "../backup/file-time.ts";
import type { Deployment } from "../engine.ts";
import { hashDeclared, listReleases, saveRelease } from "./release-store.ts";

/** One release for each set of declarations that was applied; going back makes one as well, so that it can be undone. */
export function keepRelease(deployment: Deployment, tag: string | undefined, isRollback = false): string | null {
  const { state, environment, apps, plugins } = deployment;
  const declared = hashDeclared(deployment);
  const [newest] = listReleases(state.folder);
  if (tag === undefined && newest?.declared === declared) {
    return null;
  }
  const now = new Date();
  const name = tag ?? `${isRollback ? "rollback-" : ""}${toFileTime(now)}`;
  saveRelease(state.folder, {
    tag: name,
    at: now.toISOString(),
    by: environment.username,
    declared,
    apps,
    plugins,
  });
  return name;
}
