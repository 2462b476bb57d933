import type { Store } from "../store/store.ts";
import type { CredentialCache } from "./credential-cache.ts";
import type { LoginThrottle } from "./login-throttle.ts";

/** What the HTTP layer works with; one per running platform. */
export type Services = {
  readonly store: Store;
  readonly now: () => Date;
  /** One line about something that the operator may want to know. */
  readonly log: (line: string) => void;
  readonly credentials: CredentialCache;
  readonly throttle: LoginThrottle;
  /** Hosts besides this machine that `kintone.proxy` may call. */
  readonly proxyHosts?: readonly string[];
};
