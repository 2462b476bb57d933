import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { textTooMany } from "../../settings/text.ts";
import { readList, readText, readTexts, toParams, type Params } from "../params.ts";

/** The User API changes at most 100 at once (official pages of its operations). */
const mostItems = 100;

/** Login names go into the `login:password` header, so a colon cannot be part of one; `guest/` marks guests. */
const codePattern = /^(?!guest\/)[^\s:"\\]{1,128}$/u;

export type Item = { readonly item: Params; readonly path: string; readonly code: string };

/** The entries of a list of the User API, each with its `code`, none twice. */
export function readItems(params: Params, name: string): readonly Item[] {
  const items = readSome(readList(params, name), name).map(toParams);
  const seen = new Set<string>();
  return items.map((item, index) => {
    const path = `${name}[${index}]`;
    const code = readText(item, "code", `${path}.code`);
    if (seen.has(code)) {
      throw invalidParameter(`${path}.code`, inputMessages.codeTaken);
    }
    seen.add(code);
    return { item, path, code };
  });
}

/** The same for what is to be created: the code must be one and still be free. */
export function readNewItems(params: Params, name: string, isTaken: (code: string) => boolean): readonly Item[] {
  const items = readItems(params, name);
  for (const { path, code } of items) {
    checkNewCode(code, `${path}.code`, isTaken);
  }
  return items;
}

/** `codes` of what is to be removed. */
export function readCodes(params: Params): readonly string[] {
  return readSome([...new Set(readTexts(params, "codes"))], "codes");
}

/** Refuses a code that cannot be one or belongs to another. */
export function checkNewCode(code: string, path: string, isTaken: (code: string) => boolean): void {
  if (!codePattern.test(code)) {
    throw invalidParameter(path, inputMessages.wrongKind);
  }
  if (isTaken(code)) {
    throw invalidParameter(path, inputMessages.codeTaken);
  }
}

function readSome<T>(list: readonly T[], name: string): readonly T[] {
  if (list.length === 0) {
    throw invalidParameter(name, inputMessages.parameterRequired);
  }
  if (list.length > mostItems) {
    throw invalidParameter(name, textTooMany(mostItems));
  }
  return list;
}
