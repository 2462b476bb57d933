import { defineMessages } from "../../../domain/message.ts";
import { textOf } from "../../cli/say.ts";
import type { Plan, PlanStep } from "../plan/plan.ts";

const messages = defineMessages({
  nothing: {
    ja: "環境「{name}」は宣言どおりです。変えるものはありません。",
    en: "The environment “{name}” is as declared. Nothing to change.",
  },
  title: {
    ja: "環境「{name}」の変更の計画: {steps}段階・{requests}件の書き込み",
    en: "Plan for “{name}”: {steps} steps, {requests} writes",
  },
  hazards: { ja: "気をつけること", en: "Mind" },
  stop: { ja: "【中止】", en: "[stop] " },
  note: { ja: "【注意】", en: "[note] " },
});

export type PlanFormat = "text" | "json" | "md";

/** The plan for a person (text), a program (json: the whole value) or a review (md). */
export function renderPlan(plan: Plan, format: PlanFormat): string {
  if (format === "json") {
    return JSON.stringify(plan, null, 2);
  }
  const lines = [title(plan), ...(format === "md" ? renderMarkdown(plan) : renderText(plan))];
  return lines.join("\n");
}

function title(plan: Plan): string {
  const requests = plan.steps.reduce((sum, step) => sum + step.requests.length, 0);
  return plan.steps.length === 0
    ? textOf(messages.nothing, { name: plan.environment })
    : textOf(messages.title, { name: plan.environment, steps: plan.steps.length, requests });
}

function renderText(plan: Plan): string[] {
  const width = String(plan.steps.length).length;
  const steps = plan.steps.map((step, index) => `  ${String(index + 1).padStart(width)}. ${step.summary}`);
  return [...steps, ...renderHazards(plan, "  ")];
}

function renderMarkdown(plan: Plan): string[] {
  const steps = plan.steps.flatMap((step, index) => [
    `${index + 1}. ${step.summary}`,
    ...listTargets(step).map((target) => `   - \`${target}\``),
  ]);
  return ["", ...steps, ...renderHazards(plan, "- ")];
}

function listTargets(step: PlanStep): string[] {
  return step.requests.map((request) => `${request.method} ${request.path}`);
}

function renderHazards(plan: Plan, indent: string): string[] {
  const lines = plan.hazards.map((hazard) => `${indent}${textOf(messages[hazard.level])}${hazard.message}`);
  return lines.length === 0 ? [] : ["", textOf(messages.hazards), ...lines];
}
