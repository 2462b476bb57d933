import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { Message, MessageParams } from "../../../domain/message.ts";
import { textOf } from "../../cli/say.ts";
import type { JsonObject } from "../client/json.ts";
import type { DesiredApp } from "./desired-suite.ts";
import type { ObservedApp, ObservedSuite } from "./observed-suite.ts";
import type { PlanRules } from "./plan-rules.ts";
import { defaultRules } from "./plan-rules.ts";
import { appPlaceholder, revisionPlaceholder } from "./placeholder.ts";
import type {
  Area,
  Consent,
  Hazard,
  HazardCode,
  ManualStep,
  Plan,
  PlannedBackup,
  PlanStep,
  PlannedRequest,
} from "./plan.ts";

/** A plan while it is written: steps in order, and which revision each app's next write has to name. */
export type SuiteDraft = {
  readonly steps: PlanStep[];
  readonly hazards: Hazard[];
  readonly consents: Consent[];
  readonly manual: ManualStep[];
  readonly backups: PlannedBackup[];
  readonly observed: ObservedSuite;
  /** Apps with a settings write since the last planned deploy. */
  readonly dirty: Set<AppKey>;
  readonly written: Set<AppKey>;
  readonly deployed: Set<AppKey>;
  readonly rules: PlanRules;
  /** Old code → new code of the fields that this plan renames. */
  readonly renamedFields: Map<AppKey, ReadonlyMap<string, string>>;
  /** Codes that this plan deletes. */
  readonly deletedFields: Map<AppKey, ReadonlySet<string>>;
};

export function createSuiteDraft(observed: ObservedSuite, rules: PlanRules = defaultRules): SuiteDraft {
  const lists = { steps: [], hazards: [], consents: [], manual: [], backups: [] };
  const sets = { dirty: new Set<AppKey>(), written: new Set<AppKey>(), deployed: new Set<AppKey>() };
  return { ...lists, ...sets, observed, rules, renamedFields: new Map(), deletedFields: new Map() };
}

export function finishPlan(draft: SuiteDraft, environment: string): Plan {
  const { steps, hazards, consents, manual, backups } = draft;
  const { mode } = draft.rules;
  return { format: 2, environment, mode, steps, hazards, consents, manual, backups, waves: countDeploys(draft) };
}

function countDeploys(draft: SuiteDraft): number {
  return draft.steps.filter(({ area }) => area === "deploy").length;
}

export function observedApp(draft: SuiteDraft, key: AppKey): ObservedApp | undefined {
  return draft.observed.apps.get(key);
}

/** The id in requests: the real one, or the placeholder of an app that this plan creates. */
export function appIdIn(draft: SuiteDraft, key: AppKey): string {
  return observedApp(draft, key)?.id ?? appPlaceholder(key);
}

type SettingsWrite = {
  readonly method: "POST" | "PUT" | "DELETE";
  /** Below `/k/v1/preview/`. */
  readonly resource: string;
  readonly body: JsonObject;
};

/**
 * A settings write that names the revision it builds on: the observed one for an app's first write, then the one the
 * write before it answered. Someone else's change in between makes kintone refuse instead of being overwritten.
 */
export function planSettingsWrite(draft: SuiteDraft, key: AppKey, write: SettingsWrite): PlannedRequest {
  const request: PlannedRequest = {
    method: write.method,
    path: `/k/v1/preview/${write.resource}.json`,
    body: { app: appIdIn(draft, key), ...write.body, revision: nextRevision(draft, key) },
    keep: { [`revision:${key}`]: "revision" },
  };
  draft.written.add(key);
  draft.dirty.add(key);
  return request;
}

export function nextRevision(draft: SuiteDraft, key: AppKey): string {
  const app = observedApp(draft, key);
  return app === undefined || draft.written.has(key) ? revisionPlaceholder(key) : app.revision;
}

type StepText = { readonly message: Message; readonly params?: MessageParams };

/** Adds a step with the app's name in its summary; nothing is added when there is nothing to send. */
export function addStep(
  draft: SuiteDraft,
  target: { readonly app: Pick<DesiredApp, "key" | "name"> | null; readonly area: Area },
  text: StepText,
  content: Pick<PlanStep, "requests">,
): void {
  if (content.requests.length > 0) {
    const summary = textOf(text.message, { name: target.app?.name ?? "", ...text.params });
    draft.steps.push({
      app: target.app?.key ?? null,
      area: target.area,
      summary,
      wave: countDeploys(draft),
      ...content,
    });
  }
}

type HazardText = StepText & { readonly code: HazardCode };

export function addHazard(draft: SuiteDraft, level: Hazard["level"], app: AppKey | null, text: HazardText): void {
  draft.hazards.push({ level, app, code: text.code, message: textOf(text.message, text.params) });
}

/** Asks for something to be allowed by name, once. */
export function addConsent(draft: SuiteDraft, consent: Omit<Consent, "message" | "isGiven">, text: StepText): void {
  if (!draft.consents.some(({ code }) => code === consent.code)) {
    const message = textOf(text.message, text.params);
    draft.consents.push({ ...consent, message, isGiven: draft.rules.allowed.has(consent.code) });
  }
}
