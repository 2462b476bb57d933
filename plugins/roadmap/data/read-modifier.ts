import * as v from "valibot";

const modifierSchema = v.object({ type: v.literal("MODIFIER"), value: v.object({ name: v.string() }) });

/** Who saved a record last, by name; "" when the record does not tell. The field's code is the town's, its type is not. */
export function readModifier(raw: unknown): string {
  const fields = v.safeParse(v.record(v.string(), v.unknown()), raw);
  for (const field of fields.success ? Object.values(fields.output) : []) {
    const modifier = v.safeParse(modifierSchema, field);
    if (modifier.success) {
      return modifier.output.value.name;
    }
  }
  return "";
}
