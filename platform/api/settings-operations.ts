import type { Operation } from "./operation.ts";

/** The operations on apps, their settings and plugins. */
export const settingsOperations: readonly Operation[] = [];
