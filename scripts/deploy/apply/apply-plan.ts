import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import { defineMessages } from "../../../domain/message.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { createFailure } from "../../cli/failure.ts";
import { inRepository } from "../../cli/repository-root.ts";
import type { Json } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { Credentials, KintoneClient } from "../client/kintone-client.ts";
import { appPlaceholder } from "../plan/placeholder.ts";
import type { Plan, PlanStep, PlannedRequest } from "../plan/plan.ts";
import type { StateFile } from "../state/state-file.ts";
import type { PlaceholderValues } from "./placeholder-values.ts";
import { fillBody, fillText } from "./placeholder-values.ts";
import { uploadCustomize } from "./upload-customize.ts";
import { waitForDeploy } from "./wait-for-deploy.ts";

const messages = defineMessages({
  stopped: {
    ja: "{done}/{total} まで終わり、「{step}」で止まりました。{reason}",
    en: "{done} of {total} steps are done; “{step}” stopped. {reason}",
  },
  refused: { ja: "適用できません。{reasons}", en: "The plan cannot be applied. {reasons}" },
  changedFile: {
    ja: "計画のあとで {file} が変わりました。もう一度、計画からやり直してください。",
    en: "{file} changed after it was planned. Plan again.",
  },
});

export type ApplyContext = {
  readonly client: KintoneClient;
  readonly credentials: Credentials;
  readonly state: StateFile;
  /** Ids of apps that are there already; the settings files and the state name them. */
  readonly apps: ReadonlyMap<AppKey, string>;
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly summary: string }) => void;
};

/** Sends the plan's requests in order and no other write. What was done stays done: the next plan starts from there. */
export async function applyPlan(plan: Plan, context: ApplyContext): Promise<void> {
  const stops = plan.hazards.filter((hazard) => hazard.level === "stop");
  if (stops.length > 0) {
    throw createFailure("invalid", messages.refused, { reasons: stops.map((hazard) => hazard.message).join(" ") });
  }
  const values: PlaceholderValues = new Map([...context.apps].map(([key, id]) => [`app:${key}`, id]));
  const total = plan.steps.length;
  for (const [done, step] of plan.steps.entries()) {
    context.onProgress({ done, total, summary: step.summary });
    try {
      await applyStep(step, plan.environment, { ...context, values });
    } catch (error) {
      if (error instanceof SuiteError) {
        const params = { done, total, step: step.summary, reason: error.message };
        throw createFailure(error.code, messages.stopped, params, { cause: error, details: error.details });
      }
      throw error;
    }
  }
  context.onProgress({ done: total, total, summary: "" });
}

type StepContext = ApplyContext & { readonly values: PlaceholderValues };

async function applyStep(step: PlanStep, environment: string, context: StepContext): Promise<void> {
  const { client, credentials, values, state } = context;
  if (step.app !== null && step.customize !== undefined) {
    const app = fillText(appPlaceholder(step.app), values);
    state.saveApp(step.app, { id: app, hasDraft: true });
    await uploadCustomize({ client, credentials, environment, appKey: step.app, app }, step.customize, values);
    state.saveApp(step.app, { id: app, hasDraft: false });
    return;
  }
  const isSettings = step.area !== "records" && step.area !== "sample" && step.area !== "app";
  if (step.app !== null && isSettings) {
    // Noted before the first write: a run that is killed leaves a draft that the next one knows as its own.
    state.saveApp(step.app, { id: fillText(appPlaceholder(step.app), values), hasDraft: true });
  }
  if (step.app !== null && step.area === "app") {
    state.saveCreating(step.app);
  }
  for (const request of step.requests) {
    const answer = await send(request, context);
    keepAnswer(request, answer, values);
    if (step.area === "app" && step.app !== null) {
      state.forgetSample();
      state.saveApp(step.app, { id: fillText(appPlaceholder(step.app), values), hasDraft: true });
    }
  }
  if (step.area === "deploy") {
    await finishDeploy(step, context);
  }
}

async function send(request: PlannedRequest, { client, values }: StepContext): Promise<Json> {
  if (request.upload !== undefined && "file" in request.upload) {
    const bytes = readFileSync(inRepository(request.upload.file));
    if (createHash("sha256").update(bytes).digest("hex") !== request.upload.sha256) {
      throw createFailure("conflict", messages.changedFile, { file: request.upload.file });
    }
    return client.upload({ name: basename(request.upload.file), bytes });
  }
  return client.write(request.method, request.path, await fillBody(request.body, values, client));
}

function keepAnswer(request: PlannedRequest, answer: Json, values: PlaceholderValues): void {
  for (const [name, member] of Object.entries(request.keep ?? {})) {
    values.set(name, textOf(memberOf(answer, member)));
  }
}

async function finishDeploy(step: PlanStep, { client, values, state }: StepContext): Promise<void> {
  const ids = step.requests
    .flatMap((request) => listOf(request.body["apps"]))
    .map((target) => fillText(textOf(memberOf(target, "app")), values));
  await waitForDeploy(client, ids);
  for (const key of appKeys) {
    const id = values.get(`app:${key}`);
    if (id !== undefined && ids.includes(id)) {
      state.saveApp(key, { id, hasDraft: false });
    }
  }
}
