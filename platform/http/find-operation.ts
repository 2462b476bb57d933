import type { Operation } from "../api/operation.ts";
import { operations } from "../api/routes.ts";

export type Route = { readonly operation: Operation; readonly preview: boolean };

const byMethodAndPath = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));

/** The operation behind a method and a full path (`/k/v1/preview/app/views.json`), or null where there is none. */
export function findOperation(method: string, path: string): Route | null {
  const preview = path.startsWith("/k/v1/preview/");
  const operation = byMethodAndPath.get(`${method} ${preview ? path.replace("/preview/", "/") : path}`);
  if (!operation || operation.reach === (preview ? "live" : "preview")) {
    return null;
  }
  return { operation, preview };
}
