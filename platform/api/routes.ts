import { aclOperations } from "./acl-operations.ts";
import { apiTokenOperations } from "./api-tokens/token-operations.ts";
import { notificationOperations } from "./notification-operations.ts";
import type { Operation } from "./operation.ts";
import { pageOperations } from "./page-operations.ts";
import { recordOperations } from "./record-operations.ts";
import { settingsOperations } from "./settings-operations.ts";
import { spaceOperations } from "./space-operations.ts";
import { userOperations } from "./user-operations.ts";

/** Every REST operation there is; what is not here answers 501. */
export const operations: readonly Operation[] = [
  ...recordOperations,
  ...settingsOperations,
  ...aclOperations,
  ...apiTokenOperations,
  ...notificationOperations,
  ...spaceOperations,
  ...userOperations,
  ...pageOperations,
];
