import { invalidInput } from "../platform-error.ts";
import type { Fault, Faults, MessageParams } from "../platform-error.ts";
import type { Message } from "../page/message.ts";

/** Collects what is wrong with a record: kintone reports all fields together. */
export type FaultList = {
  readonly add: (path: string, message: Message, params?: MessageParams) => void;
  /** Throws CB_VA01 when something was added. */
  readonly throwIfAny: () => void;
};

/** An empty list of faults. */
export function createFaultList(): FaultList {
  const faults = new Map<string, readonly Fault[]>();
  return {
    add: (path, message, params = {}) => {
      faults.set(path, [...(faults.get(path) ?? []), { message, params }]);
    },
    throwIfAny: () => {
      if (faults.size > 0) {
        const all: Faults = Object.fromEntries(faults);
        throw invalidInput(all);
      }
    },
  };
}
