import type { Role } from "./app-key.ts";
import type { Condition } from "./view.ts";

export type ProcessState<Name extends string = string> = {
  readonly name: Name;
  /** What it was called before: records in it then follow. */
  readonly renamedFrom?: string;
  /** What whoever holds the record now has to do, in one or two plain sentences. */
  readonly todo: string;
  /** Who may act in this state: any one person of these roles. The first state belongs to the record's creator. */
  readonly assignees: "creator" | readonly Role[];
  /** Fields of the record whose people may act as well: they follow the section when somebody moves. */
  readonly assigneeFields?: readonly string[];
  /** `ONE`: whoever sends the record on chooses one of them. `ALL`: all of them have to act. Missing = any one of them acts. */
  readonly assigning?: "ONE" | "ALL";
};

export type ProcessAction<Name extends string = string> = {
  readonly name: string;
  readonly from: Name;
  readonly to: Name;
  /** Records for which the step is offered; missing = all. */
  readonly where?: readonly Condition[];
  /** A step for people of these fields of the record although it waits for somebody else, as after a transfer. */
  readonly byFields?: readonly string[];
  /** The same for any one person of these roles. */
  readonly byRoles?: readonly Role[];
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
