import { covers } from "./covers.ts";
import type { DesiredApp, DesiredSuite } from "./desired-suite.ts";
import type { RightLine } from "./merge-permissions.ts";
import {
  entityName,
  isEveryone,
  isSameEntity,
  listRights,
  mergeLines,
  toPriority,
  withDeployer,
} from "./merge-permissions.ts";
import type { ObservedApp } from "./observed-suite.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addHazard, addStep, observedApp, planSettingsWrite } from "./suite-draft.ts";

/**
 * Plans who may do what in each app. Soon after its creation, so that no new app is ever live with kintone's first setting, by which
 * everyone may write. Lines that only the domain has stay, and the plan tells of those that let somebody write.
 */
export function planPermissions(draft: SuiteDraft, desired: DesiredSuite): void {
  const news = desired.apps.map((app) => ({ app: app.name, ...planAppPermissions(draft, app, desired) }));
  const closed = news.filter(({ isClosed }) => isClosed).map(({ app }) => app);
  if (closed.length > 0) {
    addHazard(draft, "note", null, {
      code: "closed-apps",
      message: planMessages.closedApps,
      params: { apps: closed.join("、") },
    });
  }
  for (const names of new Set(news.map(({ writers }) => writers).filter((writers) => writers !== ""))) {
    const apps = news.filter(({ writers }) => writers === names).map(({ app }) => app);
    addHazard(draft, "note", null, {
      code: "own-permissions",
      message: planMessages.ownPermissions,
      params: { apps: apps.join("、"), names },
    });
  }
}

type News = {
  /** Whether people who could use the app, because everyone could, may lose it by this plan. */
  readonly isClosed: boolean;
  /** Who may write by lines that only the domain has. */
  readonly writers: string;
};

function planAppPermissions(draft: SuiteDraft, app: DesiredApp, desired: DesiredSuite): News {
  const present = observedApp(draft, app.key);
  const observed = present === undefined ? [] : toPriority(present.permissions);
  const { deployer } = desired;
  const declared = toPriority(withDeployer(app.permissions, { deployer, creator: creatorOf(present, deployer) }));
  const rights = mergeLines(declared, observed);
  const extra = rights.filter((line) => !declared.includes(line) && listRights(line).some((right) => isWriting(right)));
  const writers = describe(extra, desired);
  if (covers(observed, rights)) {
    return { isClosed: false, writers };
  }
  const changed = rights.filter((line) => !observed.some((each) => covers(each, line)));
  addStep(
    draft,
    { app, area: "permissions" },
    {
      message: planMessages.permissions,
      params: { names: describe(changed.length > 0 ? changed : rights, desired) },
    },
    { requests: [planSettingsWrite(draft, app.key, { method: "PUT", resource: "app/acl", body: { rights } })] },
  );
  const isLive = present !== undefined && present.liveRevision !== null;
  return { isClosed: isLive && isClosing(observed, rights), writers };
}

/** No API tells the creator of an app that was never deployed; one that the state file knows was created by us. */
function creatorOf(present: ObservedApp | undefined, deployer: string): string {
  return present === undefined || (present.creator === null && present.isOwnDraft) ? deployer : (present.creator ?? "");
}

function isWriting(right: string): boolean {
  return right !== "recordViewable" && right !== "recordExportable";
}

function isClosing(observed: readonly RightLine[], rights: readonly RightLine[]): boolean {
  const [before, after] = [observed, rights].map((lines) =>
    lines.filter((line) => isEveryone(line)).flatMap(listRights),
  );
  return before?.some((right) => after?.includes(right) !== true) === true;
}

function describe(lines: readonly RightLine[], { principals }: DesiredSuite): string {
  const names = lines.map((line) => {
    const role = principals.filter((principal) => isSameEntity({ entity: principal }, line)).map(({ name }) => name);
    return role.length > 0 ? role.join("・") : entityName(line);
  });
  return names.map((name) => builtinNames[name] ?? name).join("・");
}

const builtinNames: Readonly<Record<string, string>> = { CREATOR: "作成者", "GROUP:everyone": "全員" };
