import type { Clock } from "../clock/clock.ts";
import type { DomainSet } from "./domain-set.ts";
import type { FaultBook } from "./fault-book.ts";
import type { Gate } from "./gate.ts";
import type { RequestLog } from "./request-log.ts";

/** What makes the platform a tool; it belongs to one domain and outlives a restore. */
export type Tool = {
  readonly clock: Clock;
  readonly dataDir: string;
  readonly requests: RequestLog;
  readonly faults: FaultBook;
  readonly gate: Gate;
  /** Null in a domain that was opened from another one. */
  readonly domains: DomainSet | null;
  /** Puts a snapshot in the place of the whole domain; call it from a request that is inside the gate. */
  readonly restore: (snapshotFile: string) => Promise<void>;
};
