import type { Operation } from "./operation.ts";

/** Records, their status and bulk requests. Files are in `http/file-transfer.ts`: they are no JSON. */
export const recordOperations: readonly Operation[] = [];
