import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";
import type { GuestPlace } from "./space/check-guest-space.ts";

export type Language = "ja" | "en";

/** What one REST call brings. `bulkRequest` makes one of these for each of its inner calls. */
export type OperationContext = {
  /** Query string (arrays as `ids[0]=1`) or JSON body, already merged; `__REQUEST_TOKEN__` is taken out. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly caller: User;
  readonly language: Language;
  /** Whether the call came through `/k/v1/preview/…`. */
  readonly preview: boolean;
  readonly store: Store;
  readonly now: Date;
  /** The guest space whose path the call came through; the caller is a member of it. */
  readonly guestSpace?: GuestPlace;
  /** A form of our own pages: what it saves may carry the record's categories. */
  readonly setsCategories?: true;
  /** The address under which the caller knows this domain, `http://localhost:8400`. */
  readonly origin?: string;
};

/**
 * One REST operation. `run` is synchronous and runs inside one SQLite transaction: when it throws, nothing of it stays.
 * It returns the JSON body of the 200 answer and refuses by throwing a `PlatformError`.
 */
export type Operation = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** The path under `/k/v1/` or `/v1/`, for example `/k/v1/app/form/fields.json`. */
  readonly path: string;
  /** `live`: only this path; `preview`: only below `/preview`; `both`: answered on both. */
  readonly reach: "live" | "preview" | "both";
  /**
   * `user`: everyone who signed in (what one may do is asked for inside); `manage`: who manages the app that the parameter `app`
   * names; `admin`: members of the group Administrators.
   */
  readonly right: "user" | "manage" | "admin";
  readonly run: (context: OperationContext) => unknown;
};
