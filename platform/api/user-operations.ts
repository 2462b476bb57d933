import type { Operation } from "./operation.ts";

/** The User API under `/v1/`. */
export const userOperations: readonly Operation[] = [];
