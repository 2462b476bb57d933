import { toFileTime } from "../backup/file-time.ts";
import type { Deployment } from "../engine.ts";
import { hashDeclared, listReleases, saveRelease } from "./release-store.ts";

/** Under which name a run is remembered, by this machine and by the domain. */
type ReleaseName = {
  readonly tag: string;
  readonly at: string;
  /** False where the run only brings back what the last release had declared. */
  readonly isNew: boolean;
};

/** One release for each set of declarations that is applied; going back makes one as well, so that it can be undone. */
export function nameRelease(deployment: Deployment, tag?: string, isRollback = false): ReleaseName {
  const [newest] = listReleases(deployment.state.folder);
  if (tag === undefined && newest?.declared === hashDeclared(deployment)) {
    return { tag: newest.tag, at: newest.at, isNew: false };
  }
  const now = new Date();
  return { tag: tag ?? `${isRollback ? "rollback-" : ""}${toFileTime(now)}`, at: now.toISOString(), isNew: true };
}

/** Keeps what was applied under its name, which is answered where it is a new one. */
export function keepRelease(deployment: Deployment, { tag, at, isNew }: ReleaseName): string | null {
  const { state, environment, apps, plugins } = deployment;
  if (isNew) {
    const declared = hashDeclared(deployment);
    saveRelease(state.folder, { tag, at, by: environment.username, declared, apps, plugins });
  }
  return isNew ? tag : null;
}
