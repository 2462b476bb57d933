import { appPermissionsArea, isEveryone, listRights, toPriority, withDeployer } from "../areas/app-permissions.ts";
import type { RightLine } from "../areas/app-permissions.ts";
import { entityName } from "../areas/entity-name.ts";
import { isJsonObject, listOf, memberOf } from "../client/json.ts";
import type { DesiredApp, DesiredSuite } from "./desired-suite.ts";
import type { ObservedApp } from "./observed-suite.ts";
import { planArea } from "./plan-area.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addHazard, observedApp } from "./suite-draft.ts";

/**
 * Plans who may do what in each app. Soon after its creation, so that no new app is ever live with kintone's first setting, by which
 * everyone may write. Lines that only the domain has stay, and the plan tells of those that let somebody write.
 */
export function planPermissions(draft: SuiteDraft, desired: DesiredSuite): void {
  const news = desired.apps.map((app) => ({ app: app.name, ...planAppPermissions(draft, app, desired) }));
  const closed = news.filter(({ isClosed }) => isClosed).map(({ app }) => app);
  if (closed.length > 0) {
    const params = { apps: closed.join("、") };
    addHazard(draft, "note", null, { code: "closed-apps", message: planMessages.closedApps, params });
  }
  for (const names of new Set(news.map(({ writers }) => writers).filter((writers) => writers !== ""))) {
    const apps = news.filter(({ writers }) => writers === names).map(({ app }) => app);
    const params = { apps: apps.join("、"), names };
    addHazard(draft, "note", null, { code: "own-permissions", message: planMessages.ownPermissions, params });
  }
}

type News = {
  /** Whether people who could use the app, because everyone could, may lose it by this plan. */
  readonly isClosed: boolean;
  /** Who may write by lines that only the domain has. */
  readonly writers: string;
};

function planAppPermissions(draft: SuiteDraft, app: DesiredApp, desired: DesiredSuite): News {
  const body = app.bodies.permissions;
  if (body === undefined) {
    return { isClosed: false, writers: "" };
  }
  const present = observedApp(draft, app.key);
  const { deployer } = desired;
  const declared = toPriority(
    withDeployer(listOf(body["rights"]).filter(isJsonObject), { deployer, creator: creatorOf(present, deployer) }),
  );
  const steps = draft.steps.length;
  const describe = (lines: readonly RightLine[]): string => describeLines(lines, desired);
  planArea(
    draft,
    { ...app, bodies: { ...app.bodies, permissions: { rights: declared } } },
    {
      ...appPermissionsArea,
      merge: (input) => {
        const merged = appPermissionsArea.merge(input);
        const lines = listOf(memberOf(merged.body, "rights")).filter(isJsonObject);
        return { ...merged, changed: [describe(lines.filter((line) => merged.changed.includes(entityName(line))))] };
      },
    },
  );
  const observed = present === undefined ? [] : toPriority(listOf(present.areas.permissions?.["rights"] ?? null));
  const own = observed.filter(
    (line) => !declared.some((each) => entityName(each) === entityName(line)) && listRights(line).some(isWriting),
  );
  const isLive = present !== undefined && present.liveRevision !== null;
  const isChanged = draft.steps.length > steps;
  return {
    isClosed: isChanged && isLive && draft.rules.mode !== "add" && isClosing(observed, declared),
    writers: draft.rules.mode === "mirror" ? "" : describe(own),
  };
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

function describeLines(lines: readonly RightLine[], { principals }: DesiredSuite): string {
  const names = lines.map((line) => {
    const role = principals.filter((entity) => entityName({ entity }) === entityName(line)).map(({ name }) => name);
    return role.length > 0 ? role.join("・") : entityName(line);
  });
  // A role that several stand behind is named once.
  return [...new Set(names.map((name) => builtinNames[name] ?? name))].join("・");
}

const builtinNames: Readonly<Record<string, string>> = { CREATOR: "作成者", "GROUP:everyone": "全員" };
