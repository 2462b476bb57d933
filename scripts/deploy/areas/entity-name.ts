import type { JsonObject } from "../client/json.ts";
import { memberOf, textOf } from "../client/json.ts";

/** `TYPE:code` as principals have it, or CREATOR; kintone's login names do not tell capitals from small letters. */
export function entityName({ entity }: JsonObject): string {
  const type = textOf(memberOf(entity, "type"));
  return type === "CREATOR" ? type : `${type}:${textOf(memberOf(entity, "code")).toLowerCase()}`;
}
