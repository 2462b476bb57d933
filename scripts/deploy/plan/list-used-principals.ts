import type { Json } from "../client/json.ts";
import { isJsonObject, listOf, textOf } from "../client/json.ts";
import type { DesiredSuite } from "./desired-suite.ts";
import type { Plan } from "./plan.ts";

/** The mapped users, groups and organizations that a plan's writes name; kintone refuses a write that names one who is not there. */
export function listUsedPrincipals(plan: Plan, { principals }: DesiredSuite): DesiredSuite["principals"] {
  const named = new Set(plan.steps.flatMap(({ requests }) => requests.flatMap(({ body }) => listEntities(body))));
  return principals.filter(({ type, code }) => named.has(`${type}:${code}`));
}

function listEntities(value: Json | undefined): string[] {
  if (!isJsonObject(value)) {
    return listOf(value).flatMap(listEntities);
  }
  const own = [value["type"], value["code"]].map(textOf);
  return [own.join(":"), ...Object.values(value).flatMap(listEntities)];
}
