/** The parts of JSON Schema that the official description uses for answers. */
type Schema = Readonly<Record<string, unknown>>;

/** The description as a JSON value; only what is needed here is read from it, step by step. */
export type Description = { readonly document: Schema };

export type SchemaFault = { readonly path: string; readonly problem: string };

/** What an answer has that its schema does not allow. kintone writes numbers as decimal strings (measured), which counts as right. */
export function findSchemaFaults(value: unknown, schema: unknown, { document }: Description): readonly SchemaFault[] {
  const check = (at: string, item: unknown, rule: unknown): readonly SchemaFault[] => {
    const resolved = resolve(rule, document);
    if (resolved === null) {
      return [];
    }
    const choices = listOf(resolved["anyOf"]) ?? listOf(resolved["oneOf"]);
    if (choices !== null) {
      return checkChoices(choices.map((choice) => check(at, item, choice)));
    }
    return [
      ...(listOf(resolved["allOf"]) ?? []).flatMap((part) => check(at, item, part)),
      ...checkType(at, item, resolved),
      ...checkObject(at, item, { schema: resolved, check }),
      ...(Array.isArray(item) ? item.flatMap((each, index) => check(`${at}[${index}]`, each, resolved["items"])) : []),
    ];
  };
  return check("", value, schema);
}

/** The faults against the choice that comes closest. */
function checkChoices(choices: readonly (readonly SchemaFault[])[]): readonly SchemaFault[] {
  const [closest] = choices.toSorted((a, b) => a.length - b.length);
  return closest ?? [];
}

function checkType(path: string, value: unknown, schema: Schema): readonly SchemaFault[] {
  const types = (typeof schema["type"] === "string" ? [schema["type"]] : (listOf(schema["type"]) ?? [])).map(String);
  if (value === null || types.length === 0) {
    // The description does not say where null may stand; it does in many answers (space of an app, body of a space).
    return [];
  }
  if (!types.some((type) => isOfType(type, value))) {
    return [{ path, problem: `is ${JSON.stringify(value)?.slice(0, 60)}, not ${types.join(" or ")}` }];
  }
  const words = listOf(schema["enum"]);
  return words !== null && !words.includes(value)
    ? [{ path, problem: `${JSON.stringify(value)} is not one of ${words.join(", ")}` }]
    : [];
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case "integer":
      return Number.isSafeInteger(value) || (typeof value === "string" && /^-?\d*$/u.test(value));
    case "number":
      return typeof value === "number" || (typeof value === "string" && !Number.isNaN(Number(value)));
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "null":
      return value === null;
    // Flags and counts of the older form are words.
    case "boolean":
      return typeof value === "boolean" || value === "true" || value === "false";
    default:
      return typeof value === type;
  }
}

type Nested = {
  readonly schema: Schema;
  readonly check: (path: string, value: unknown, schema: unknown) => readonly SchemaFault[];
};

function checkObject(path: string, value: unknown, { schema, check }: Nested): readonly SchemaFault[] {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const required = listOf(schema["required"]) ?? [];
  if (!isObject(value)) {
    return [];
  }
  const { additionalProperties } = schema;
  return [
    ...required
      .filter((name) => !Object.hasOwn(value, String(name)))
      .map((name) => ({ path: `${path}.${String(name)}`, problem: "is required and missing" })),
    ...Object.entries(value).flatMap(([name, item]) => {
      if (Object.hasOwn(properties, name)) {
        return check(`${path}.${name}`, item, properties[name]);
      }
      return isObject(additionalProperties) ? check(`${path}.${name}`, item, additionalProperties) : [];
    }),
    // Answers have no list of required keys in the description: a key that is described there counts as one.
    ...Object.keys(properties)
      .filter((name) => !Object.hasOwn(value, name))
      .map((name) => ({ path: `${path}.${name}`, problem: "is described and missing" })),
  ];
}

function resolve(rule: unknown, document: Schema): Schema | null {
  let found: unknown = rule;
  for (let step = 0; step < 20 && isObject(found) && typeof found["$ref"] === "string"; step += 1) {
    let target: unknown = document;
    for (const part of found["$ref"].replace(/^#\//u, "").split("/")) {
      target = isObject(target) ? target[part] : undefined;
    }
    found = target;
  }
  return isObject(found) ? found : null;
}

function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
