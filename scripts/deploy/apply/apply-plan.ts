import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import { defineMessages } from "../../../domain/message.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { createFailure } from "../../cli/failure.ts";
import { inRepository } from "../../cli/repository-root.ts";
import { hashSettings } from "../areas/customize.ts";
import type { Json } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { appPlaceholder } from "../plan/placeholder.ts";
import type { Plan, PlanStep, PlannedRequest, PlannedUpload } from "../plan/plan.ts";
import type { Run } from "../state/journal.ts";
import type { StateFile } from "../state/state-file.ts";
import type { SentWrite } from "./overlay-snapshot.ts";
import type { PlaceholderValues } from "./placeholder-values.ts";
import { fillBody, fillText } from "./placeholder-values.ts";
import { refuseKnownRival, refuseRival } from "./refuse-rival.ts";
import { refuseUnlessAllowed } from "./refuse-unless-allowed.ts";
import { sendSafely } from "./send-safely.ts";
import { waitForDeploy } from "./wait-for-deploy.ts";

const messages = defineMessages({
  stopped: {
    ja: "{done}/{total} まで終わり、「{step}」で止まりました。{reason}",
    en: "{done} of {total} steps are done; “{step}” stopped. {reason}",
  },
  changedFile: {
    ja: "計画のあとで {file} が変わりました。もう一度、計画からやり直してください。",
    en: "{file} changed after it was planned. Plan again.",
  },
});

export type Progress = {
  readonly done: number;
  readonly total: number;
  readonly summary: string;
  /** Requests sent so far. */
  readonly calls: number;
};

export type ApplyContext = {
  readonly client: KintoneClient;
  readonly state: StateFile;
  readonly run: Run;
  /** Ids of apps that are there already; the settings files and the state name them. */
  readonly apps: ReadonlyMap<AppKey, string>;
  /** Name and time of the release, as the mark in the domain says them. */
  readonly release?: string;
  readonly onProgress: (progress: Progress) => void;
};

export type Applied = {
  readonly writes: readonly (SentWrite & { readonly app: AppKey })[];
  /** Revision of each written app's settings after the last write. */
  readonly revisions: ReadonlyMap<AppKey, string>;
  readonly ids: ReadonlyMap<AppKey, string>;
  /** The server's clock around the last deploy of each app. */
  readonly deployed: ReadonlyMap<AppKey, readonly [number, number]>;
};

/** Sends the plan's requests in order and no other write. What was done stays done: the next plan starts from there. */
export async function applyPlan(plan: Plan, context: ApplyContext): Promise<Applied> {
  refuseUnlessAllowed(plan);
  const values: PlaceholderValues = new Map([...context.apps].map(([key, id]) => [`app:${key}`, id]));
  if (context.release !== undefined) {
    values.set("release", context.release);
  }
  const total = plan.steps.length;
  const wanted = new Map(
    plan.steps.flatMap(({ app, area, requests }): [AppKey, string][] =>
      app !== null && area === "app" ? requests.map(({ body }) => [app, textOf(body["name"])]) : [],
    ),
  );
  if (wanted.size > 0) {
    await refuseKnownRival(context);
  }
  const memory: StepMemory = { values, uploads: new Map(), writes: [], deployed: new Map(), wanted };
  for (const [done, step] of plan.steps.entries()) {
    context.onProgress({ done, total, summary: step.summary, calls: context.client.callCount() });
    try {
      await applyStep({ step, number: done }, { ...context, ...memory });
    } catch (error) {
      if (error instanceof SuiteError) {
        const params = { done, total, step: step.summary, reason: error.message };
        throw createFailure(error.code, messages.stopped, params, { cause: error, details: error.details });
      }
      throw error;
    }
  }
  context.onProgress({ done: total, total, summary: "", calls: context.client.callCount() });
  return {
    writes: memory.writes,
    deployed: memory.deployed,
    ids: pick(values, "app"),
    revisions: pick(values, "revision"),
  };
}

function pick(values: PlaceholderValues, kind: string): Map<AppKey, string> {
  return new Map(
    appKeys.flatMap((key) => {
      const value = values.get(`${kind}:${key}`);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

type StepMemory = {
  readonly values: PlaceholderValues;
  readonly uploads: Map<string, string>;
  readonly writes: (SentWrite & { readonly app: AppKey })[];
  readonly deployed: Map<AppKey, readonly [number, number]>;
  /** Names of the apps that the plan creates. */
  readonly wanted: ReadonlyMap<AppKey, string>;
};

type StepContext = ApplyContext & StepMemory;

async function applyStep(
  at: { readonly step: PlanStep; readonly number: number },
  context: StepContext,
): Promise<void> {
  const { values, state } = context;
  const { step } = at;
  const isFirstApp = step.area === "app" && appKeys.every((key) => !values.has(`app:${key}`));
  const isSettings = step.area !== "records" && step.area !== "sample" && step.area !== "app";
  if (step.app !== null && isSettings) {
    // Noted before the first write: from here on nothing is sure of this app until its deploy has ended.
    state.saveApp(step.app, { id: fillText(appPlaceholder(step.app), values), hasDraft: true });
  }
  if (step.app !== null && step.area === "app") {
    state.saveCreating(step.app);
  }
  for (const request of step.requests) {
    const answer = await send(request, at, context);
    for (const [name, member] of Object.entries(request.keep ?? {})) {
      values.set(name, textOf(memberOf(answer, member)));
    }
    if (step.area === "app" && step.app !== null) {
      state.forgetSample();
      const id = fillText(appPlaceholder(step.app), values);
      state.saveApp(step.app, { id, hasDraft: true });
      if (isFirstApp) {
        await refuseRival(context, id, context.wanted);
      }
    }
  }
}

async function send(
  request: PlannedRequest,
  { step, number }: { readonly step: PlanStep; readonly number: number },
  context: StepContext,
): Promise<Json> {
  const { client, values, run, uploads } = context;
  const { method, path } = request;
  if (request.upload !== undefined) {
    const file = readUpload(request.upload, values);
    const answer = await client.upload(file);
    uploads.set(textOf(memberOf(answer, "fileKey")), file.name);
    return answer;
  }
  const body = await fillBody(request.body, values, client);
  if (step.area === "deploy") {
    return deploy({ method, path, body }, context);
  }
  const isSettings = path.startsWith("/k/v1/preview/") && step.area !== "app";
  const app = isSettings ? textOf(body["app"]) : null;
  run.send({ step: number, app, write: { method, path, body } });
  const answer = await sendNoting({ method, path, body }, { number, app }, context);
  const created = step.area === "app" ? textOf(memberOf(answer, "app")) : app;
  run.answer({ step: number, app: created, after: textOf(memberOf(answer, "revision")), body: answer });
  if (isSettings && step.app !== null) {
    const assigneeView = values.get(`assignee-view:${step.app}`);
    context.writes.push({ app: step.app, method, path, body, assigneeView, uploads });
  }
  return answer;
}

/** A definite no is written down: a draft one revision ahead of a refused write is somebody else's. */
async function sendNoting(
  write: Pick<PlannedRequest, "method" | "path" | "body">,
  { number, app }: { readonly number: number; readonly app: string | null },
  { client, run }: StepContext,
): Promise<Json> {
  try {
    return await sendSafely(client, write);
  } catch (error) {
    const status = error instanceof SuiteError ? Number(textOf(memberOf(error.details, "status"))) : 0;
    if (status >= 400 && status < 500) {
      run.refuse({ step: number, app });
    }
    throw error;
  }
}

function readUpload(
  upload: PlannedUpload,
  values: PlaceholderValues,
): { readonly name: string; readonly bytes: Uint8Array } {
  if ("content" in upload) {
    const content = fillText(upload.content, values);
    const name = fillText(upload.name, new Map([["hash", hashSettings(content)]]));
    return { name, bytes: Buffer.from(content) };
  }
  const bytes = readFileSync(inRepository(upload.file));
  if (createHash("sha256").update(bytes).digest("hex") !== upload.sha256) {
    throw createFailure("conflict", messages.changedFile, { file: upload.file });
  }
  return { name: basename(upload.file), bytes };
}

async function deploy(
  write: { readonly method: PlannedRequest["method"]; readonly path: string; readonly body: PlannedRequest["body"] },
  { client, values, state, run, deployed }: StepContext,
): Promise<Json> {
  const ids = listOf(write.body["apps"]).map((target) => textOf(memberOf(target, "app")));
  run.deploying(ids);
  const answer = await sendSafely(client, write);
  const from = client.serverTime();
  state.saveDeployTime(await waitForDeploy(client, ids, { expected: state.deployTime() }));
  run.deployed(ids);
  const between = [from, client.serverTime()] as const;
  for (const key of appKeys) {
    const id = values.get(`app:${key}`);
    if (id !== undefined && ids.includes(id)) {
      state.saveApp(key, { id, hasDraft: false });
      deployed.set(key, between);
    }
  }
  return answer;
}
