import type { Finding } from "../../../domain/rules/judge-record.ts";
import type { Related } from "../../../domain/rules/rule.ts";
import type { Marked } from "../model/field-errors.ts";

/** What the check remembers of the form on the page; a new one begins with each show event. */
export type FormState = {
  /** On a new record, empty fields that nobody has touched are not complained about before the first save. */
  readonly isNew: boolean;
  readonly touched: Set<string>;
  marked: Marked;
  /** The id that the check proposed, to be replaced silently when somebody else took it meanwhile. */
  proposedKey: string;
  related: Related;
  /** Stop findings that a dialog has already listed. */
  readonly told: Set<string>;
};

export function createFormState(isNew: boolean): FormState {
  return { isNew, touched: new Set(), marked: new Set(), proposedKey: "", related: {}, told: new Set() };
}

/** A name for a finding by which the same one is known again. */
export function toFindingName({ rule, path, message }: Finding): string {
  return [rule, path.table ?? "", path.row ?? "", path.field, message.ja].join("/");
}

/** The findings to show while a form is being filled in. */
export function selectTimely(
  findings: readonly Finding[],
  state: Pick<FormState, "isNew" | "touched">,
  isEmpty: (finding: Finding) => boolean,
): Finding[] {
  return findings.filter((finding) => !state.isNew || state.touched.has(finding.path.field) || !isEmpty(finding));
}
