import { inputMessages } from "../messages.ts";
import { invalidParameter, PlatformError } from "../platform-error.ts";

export type Params = Readonly<Record<string, unknown>>;

/** A required id ≥ 1; kintone takes numbers and decimal strings everywhere. */
export function readId(params: Params, name: string, path = name): number {
  const id = readInteger(params, name, path);
  if (id === null) {
    throw invalidParameter(path, inputMessages.parameterRequired);
  }
  if (id < 1) {
    throw invalidParameter(path, inputMessages.atLeast, { limit: 1 });
  }
  return id;
}

/** An integer, or null when it was not given. */
export function readInteger(params: Params, name: string, path = name): number | null {
  const value = params[name];
  if (value === undefined || value === null || value === "") {
    return null;
  }
  const number = typeof value === "string" && /^-?\d{1,15}$/u.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) {
    throw invalidParameter(path, inputMessages.notInteger);
  }
  return number;
}

/** The expected revision; null = do not check (missing or -1). */
export function readRevision(params: Params, path = "revision"): number | null {
  const revision = readInteger(params, "revision", path);
  return revision === -1 ? null : revision;
}

/** A required text that is not empty. */
export function readText(params: Params, name: string, path = name): string {
  const text = readOptionalText(params, name, path);
  if (text === null || text === "") {
    throw invalidParameter(path, inputMessages.parameterRequired);
  }
  return text;
}

/** A text, or null when it was not given. */
export function readOptionalText(params: Params, name: string, path = name): string | null {
  const value = params[name];
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  if (typeof value !== "string") {
    throw invalidParameter(path, inputMessages.wrongKind);
  }
  return value;
}

/** `true` or `"true"`; missing = false. */
export function readBoolean(params: Params, name: string): boolean {
  const value = params[name];
  if (value === undefined || value === null || value === false || value === "false" || value === "") {
    return false;
  }
  if (value === true || value === "true") {
    return true;
  }
  throw invalidParameter(name, inputMessages.notBoolean);
}

/** A list; missing = empty. A lone value in a query string (`ids=1`) counts as a list of one. */
export function readList(params: Params, name: string): readonly unknown[] {
  const value = params[name];
  if (value === undefined || value === null) {
    return [];
  }
  if (Array.isArray(value)) {
    return value;
  }
  if (typeof value === "object") {
    throw invalidParameter(name, inputMessages.wrongKind);
  }
  return [value];
}

/** A list of texts; missing = empty. */
export function readTexts(params: Params, name: string): readonly string[] {
  return readList(params, name).map((value, index) => readText({ value }, "value", `${name}[${index}]`));
}

/** A list of ids. */
export function readIds(params: Params, name: string): readonly number[] {
  return readList(params, name).map((value, index) => readId({ value }, "value", `${name}[${index}]`));
}

/** A JSON object; what stands in its place otherwise is a value of a wrong JSON type. */
export function toParams(value: unknown): Params {
  if (!isParams(value)) {
    throw new PlatformError("CB_IJ01");
  }
  return value;
}

/** Whether a value is a JSON object. */
export function isParams(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property that the object itself has: a field may be called `constructor`, which every object inherits. */
export function readOwn(params: Params, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name] : undefined;
}
