import type { ErrorCode, MessageParams } from "../platform-error.ts";

/** A sentence in both languages the platform speaks. */
export type Text = { readonly ja: string; readonly en: string };

/**
 * One thing wrong with the settings that were sent; `path` becomes the key in kintone's `errors`. Where kintone answers a code of its
 * own instead of CB_VA01 with `errors`, `refusal` names it with the values its message needs.
 */
export type Fault = { readonly path: string; readonly text: Text; readonly refusal?: Refusal };

type Refusal = { readonly code: ErrorCode; readonly values: MessageParams };

/** Where a value stands in the request, and the list that its faults are written to. */
export type Place = { readonly path: string; readonly faults: Fault[] };

/** The place of the request as a whole; its `faults` are empty. */
export function createPlace(path = ""): Place {
  return { path, faults: [] };
}

/** The place of a part: `.name` and `[index]` follow the path of the whole. */
export function placeOf(place: Place, part: string | number): Place {
  if (typeof part === "number") {
    return { path: `${place.path}[${part}]`, faults: place.faults };
  }
  return { path: place.path === "" ? part : `${place.path}.${part}`, faults: place.faults };
}

/**
 * The place of an entry that carries a name given by people, `properties[売上]`.
 * kintone writes such keys with brackets: `errors["properties[code].format"]` was measured on a real tenant.
 */
export function placeOfNamed(place: Place, name: string): Place {
  return { path: `${place.path}[${name}]`, faults: place.faults };
}

export function addFault(place: Place, text: Text): void {
  place.faults.push({ path: place.path, text });
}

/** kintone refuses the whole request with `code` and no `errors`. */
export function addRefusal(place: Place, code: ErrorCode, values: MessageParams): void {
  const text = { ja: code, en: code };
  place.faults.push({ path: place.path, text, refusal: { code, values } });
}
