import type { AppKey, Role } from "./app-key.ts";
import type { Condition } from "./view.ts";

/** A button on a record that opens a new record of another app, with some of its fields filled in. */
export type AppAction<Code extends string = string> = {
  /** What the button does, at most 32 characters. */
  readonly name: string;
  /** What it was called before: kintone then keeps its id. */
  readonly renamedFrom?: string;
  readonly to: AppKey;
  /** Field of the other app → field of this one. */
  readonly copies: Readonly<Record<string, Code>>;
  /** Who sees the button. */
  readonly roles: readonly Role[];
  /** Records that show it; missing = all. */
  readonly where?: readonly Condition<Code>[];
};
