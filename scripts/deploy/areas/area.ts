import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { Message } from "../../../domain/message.ts";
import type { JsonObject } from "../client/json.ts";
import type { DesiredApp, RenameMap, Renames } from "../plan/desired-suite.ts";
import type { DeployMode, PlannedRequest, SettingsArea } from "../plan/plan.ts";

export type MergeInput = {
  readonly key: AppKey;
  readonly declared: JsonObject;
  /** What is there, or what a new app has. */
  readonly observed: JsonObject;
  readonly isNew: boolean;
  readonly mode: DeployMode;
  readonly renamed: RenameMap;
  /** Whether the app's process is, or will be, switched on. */
  readonly hasProcess: boolean;
};

export type Merged = {
  /** What is sent; null when what is there already says it. */
  readonly body: JsonObject | null;
  /** Names for the summary. */
  readonly changed: readonly string[];
  /** What only the domain has and `mirror` lets go. */
  readonly lost: readonly string[];
  /** Name of an item that kintone would refuse in this place. */
  readonly impossible?: string;
};

/** One settings area: where it is read and written, how it is compared, and what a new app has of it. */
export type AreaDescriptor = {
  readonly area: SettingsArea;
  /** Below `/k/v1/preview/` and, for what is live, `/k/v1/`. */
  readonly resource: string;
  readonly message: Message;
  /** The members of the answer that a body can have. */
  readonly members: readonly string[];
  /** An area that is declared as a new app has it is not sent to a new app. */
  readonly initial: JsonObject;
  readonly merge: (input: MergeInput) => Merged;
  readonly verb?: "POST";
  /** What has to be uploaded before the write. */
  readonly upload?: (app: DesiredApp) => readonly PlannedRequest[];
  /** Which of the declared renames are about this area's items. */
  readonly renames?: keyof Renames & ("views" | "states" | "actions" | "reports");
};
