import { readPrincipals, readText } from "../field/read-value.ts";
import { loadHistory, type RecordVersion } from "../history/load-history.ts";
import type { ProcessCodes } from "../record/available-actions.ts";

type StatusChange = {
  readonly changedAt: string;
  readonly assignees: readonly { readonly code: string; readonly name: string }[];
  readonly status: string;
};

/** The changes of a record's status, newest first, read from its history until there are enough. */
export async function loadStatusHistory(
  place: { readonly app: number; readonly record: string },
  codes: ProcessCodes,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly StatusChange[]> {
  const found: StatusChange[] = [];
  for (let before: string | null = null, isMore = true; isMore && found.length < offset + limit;) {
    // Each part of the history names where the next one begins.
    const page: Awaited<ReturnType<typeof loadHistory>> = await loadHistory(place, before);
    found.push(...page.versions.flatMap((version) => readStatusChange(version, codes)));
    before = page.next;
    isMore = before !== null;
  }
  return found.slice(offset, offset + limit);
}

function readStatusChange({ at, changes }: RecordVersion, codes: ProcessCodes): StatusChange[] {
  const status = changes.find(({ code }) => code === codes.status);
  if (status === undefined) {
    return [];
  }
  const people = readPrincipals(changes.find(({ code }) => code === codes.assignee)?.after);
  return [
    { changedAt: at, assignees: people.map(({ code, name }) => ({ code, name })), status: readText(status.after) },
  ];
}
