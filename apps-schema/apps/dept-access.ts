import type { FieldPermissions } from "../schema/field-permissions.ts";
import { personal } from "./access-lines.ts";

export const deptFieldRules: FieldPermissions = personal("dept_head", "dx_member");
