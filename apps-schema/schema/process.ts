import type { Role } from "./app-key.ts";

export type ProcessState<Name extends string = string> = {
  readonly name: Name;
  /** Who may act in this state: any one person of these roles. The first state belongs to the record's creator. */
  readonly assignees: "creator" | readonly Role[];
};

export type ProcessAction<Name extends string = string> = {
  readonly name: string;
  readonly from: Name;
  readonly to: Name;
};

export type Process<Name extends string = string> = {
  readonly states: readonly ProcessState<Name>[];
  readonly actions: readonly ProcessAction<Name>[];
};

/** Builds a process; every action must name states of it. */
export function defineProcess<const Name extends string>(
  states: readonly ProcessState<Name>[],
  actions: readonly ProcessAction<NoInfer<Name>>[],
): Process<Name> {
  return { states, actions };
}
