import type { AppKey } from "./app-key.ts";
import type { AppSchema, FieldCode } from "./app-schema.ts";
import type { RecordReference, ReferenceTableField } from "./field-declaration.ts";

type Suite = Readonly<{ [Key in AppKey]: AppSchema<Key> }>;

type ReferencesOf<Schema extends AppSchema> = {
  [Code in keyof Schema["fields"]]: Schema["fields"][Code] extends ReferenceTableField<infer Reference>
    ? Reference
    : never;
}[keyof Schema["fields"]];

/** A related record list fits when the app it names has the fields it names. */
type Fits<Apps extends Suite, Reference> = Reference extends RecordReference
  ? Reference["relatedField"] | Reference["columns"][number] extends FieldCode<Apps[Reference["app"]]>
    ? never
    : Reference
  : never;

type Misfits<Apps extends Suite> = { [Key in AppKey]: Fits<Apps, ReferencesOf<Apps[Key]>> }[AppKey];

/** Collects the apps; a related record list that names a field its app does not have is a type error. */
export function defineSuite<const Apps extends Suite>(
  apps: [Misfits<Apps>] extends [never]
    ? Apps
    : { readonly "a related record list names an unknown field": Misfits<Apps> },
): Apps;
export function defineSuite(apps: unknown): unknown {
  return apps;
}
