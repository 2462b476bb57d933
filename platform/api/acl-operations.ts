import { parseAppAcl, parseFieldAcl, parseRecordAcl } from "../settings/parse-acl.ts";
import { createAclOperations } from "./acl/create-acl-operations.ts";
import { getRecordsAclEvaluation } from "./acl/get-evaluation.ts";
import { createQueryChecks } from "./check-queries.ts";
import type { Operation } from "./operation.ts";

/** Permissions of apps, records and fields, and what they come to for the caller. */
export const aclOperations: readonly Operation[] = [
  ...createAclOperations({
    kind: "app",
    path: "/k/v1/app/acl.json",
    parse: (place, raw, { source }) => parseAppAcl(place, raw, source),
  }),
  ...createAclOperations({
    kind: "record",
    path: "/k/v1/record/acl.json",
    parse: (place, raw, { context, stored, source }) =>
      parseRecordAcl(place, raw, {
        ...source,
        checkCondition: createQueryChecks(context, stored.preview).checkCondition,
      }),
  }),
  ...createAclOperations({
    kind: "field",
    path: "/k/v1/field/acl.json",
    parse: (place, raw, { source }) => parseFieldAcl(place, raw, source),
  }),
  getRecordsAclEvaluation,
];
