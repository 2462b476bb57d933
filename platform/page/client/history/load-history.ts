import { readPrincipals, readText, type Principal } from "../field/read-value.ts";
import { toObject } from "../record/read-rest-record.ts";
import { callRest } from "../rest.ts";

type VersionChange = { readonly code: string; readonly before: unknown; readonly after: unknown };

export type RecordVersion = {
  readonly revision: string;
  readonly at: string;
  readonly by: string;
  readonly changes: readonly VersionChange[];
};

export type HistoryPage = {
  readonly versions: readonly RecordVersion[];
  /** What asks for older versions; `null` when these are the oldest. */
  readonly next: string | null;
  readonly created: { readonly at: string; readonly by: string } | null;
};

type RecordPlace = { readonly app: number; readonly record: string };

/** Up to twenty versions of a record, newest first. */
export async function loadHistory({ app, record }: RecordPlace, before: string | null): Promise<HistoryPage> {
  const answer = toObject(await callRest("GET", "/k/platform/record/history", { app, id: record, before }));
  const versions: unknown[] = Array.isArray(answer["versions"]) ? answer["versions"] : [];
  const created = toObject(answer["created"]);
  return {
    versions: versions.map((item) => {
      const version = toObject(item);
      const changes: unknown[] = Array.isArray(version["changes"]) ? version["changes"] : [];
      return {
        revision: readText(version["revision"]),
        at: readText(version["at"]),
        by: nameOf(version["by"]),
        changes: changes.map(toObject).map((change) => ({
          code: readText(change["code"]),
          before: change["before"],
          after: change["after"],
        })),
      };
    }),
    next: readText(answer["next"]) || null,
    created: answer["created"] === null ? null : { at: readText(created["at"]), by: nameOf(created["by"]) },
  };
}

/** Gives a record the values that it had before a version. */
export async function restoreVersion(
  { app, record }: RecordPlace,
  version: string,
  revision: string | null,
): Promise<void> {
  await callRest("PUT", "/k/platform/record/history", { app, id: record, version, revision: revision ?? "-1" });
}

function nameOf(person: unknown): string {
  const [known]: readonly Principal[] = readPrincipals(person);
  return known?.name ?? "";
}
