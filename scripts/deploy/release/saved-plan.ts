import { readFileSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import type { Plan } from "../plan/plan.ts";
import { deployModes } from "../plan/plan.ts";

const messages = defineMessages({
  unreadable: {
    ja: "保存した計画 {file} を読めません。npm run deploy -- plan --save-plan で作り直してください。",
    en: "The saved plan {file} cannot be read. Make it again with npm run deploy -- plan --save-plan",
  },
  otherEnvironment: {
    ja: "保存した計画 {file} は環境「{found}」のものです。--env {found} を指定するか、「{wanted}」の計画を作り直してください。",
    en: "The saved plan {file} is for “{found}”. Use --env {found}, or make one for “{wanted}”.",
  },
  moved: {
    ja: "保存した計画 {file} のあとで、kintoneの設定か宣言が変わりました。何も変えていません。npm run deploy -- plan --env {name} で今の計画を確かめてください。",
    en: "The domain or the declarations changed since {file} was made. Nothing was written; look at npm run deploy -- plan --env {name}",
  },
});

const savedPlanSchema = v.object({
  kind: v.literal("machi-dx-saved-plan"),
  format: v.literal(1),
  environment: v.string(),
  baseUrl: v.string(),
  mode: v.picklist(deployModes),
  allowed: v.array(v.string()),
  withSample: v.boolean(),
  release: v.nullable(v.string()),
  plan: v.unknown(),
});

export type SavedPlan = Omit<v.InferOutput<typeof savedPlanSchema>, "kind" | "format">;

/** Keeps a plan and how it came to be; it holds no secret, as no plan does. */
export function savePlan(file: string, saved: SavedPlan): void {
  const whole = { kind: "machi-dx-saved-plan", format: 1, ...saved };
  writeFileSync(file, `${JSON.stringify(whole, null, 1)}\n`, { mode: 0o600 });
}

export function loadSavedPlan(
  file: string,
  environment: { readonly name: string; readonly baseUrl: string },
): SavedPlan {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw createFailure("invalid", messages.unreadable, { file }, { cause: error });
  }
  const parsed = v.safeParse(savedPlanSchema, content);
  if (!parsed.success) {
    throw createFailure("invalid", messages.unreadable, { file });
  }
  const { environment: found, baseUrl } = parsed.output;
  if (found !== environment.name || baseUrl !== environment.baseUrl) {
    throw createFailure("invalid", messages.otherEnvironment, { file, found, wanted: environment.name });
  }
  return parsed.output;
}

/** The saved plan is the applied plan: one that comes out differently now is refused as a whole. */
export function refuseMoved(file: string, saved: SavedPlan, plan: Plan): void {
  if (JSON.stringify(saved.plan) !== JSON.stringify(JSON.parse(JSON.stringify(plan)))) {
    throw createFailure("conflict", messages.moved, { file, name: saved.environment });
  }
}
