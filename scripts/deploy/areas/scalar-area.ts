import type { JsonObject } from "../client/json.ts";
import { withoutRelease } from "../app-stamp.ts";
import { objectOf, textOf } from "../client/json.ts";
import { covers } from "../plan/covers.ts";
import type { AreaDescriptor } from "./area.ts";

type Parts = Pick<AreaDescriptor, "area" | "resource" | "message" | "members" | "initial"> & {
  /** Members that kintone keeps as HTML: only their words are compared, and not which release an app's stamp tells of. */
  readonly html: readonly string[];
};

/** An area of single values. */
export function createScalarArea({ html, ...parts }: Parts): AreaDescriptor {
  return {
    ...parts,
    merge: ({ declared, observed, isNew, mode }) => {
      const isSame =
        (mode === "add" && !isNew) || covers(withoutMarkup(observed, html), withoutMarkup(objectOf(declared), html));
      return { body: isSame ? null : declared, changed: Object.keys(declared), lost: [] };
    },
  };
}

function withoutMarkup(values: JsonObject, html: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, html.includes(name) ? toWords(textOf(value)) : value]),
  );
}

function toWords(html: string): string {
  return withoutRelease(html)
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/gu, "");
}
