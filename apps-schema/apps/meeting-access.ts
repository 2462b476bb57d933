import type { FieldPermissions } from "../schema/field-permissions.ts";
import { internal, personal } from "./access-lines.ts";

/** Who sat there and what lay on the table stays inside; 議事の要点 is what others read. */
export const meetingFieldRules: FieldPermissions = [
  ...internal("note_internal", "materials", "agenda"),
  ...personal("chair", "members"),
];

/** The same for the note beside a changed text. */
export const revisionFieldRules: FieldPermissions = internal("note_internal");

/** And for what the town thinks about a date that others have set. */
export const deadlineFieldRules: FieldPermissions = internal("town_note");
