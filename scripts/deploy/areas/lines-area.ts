import type { JsonObject } from "../client/json.ts";
import { isJsonObject, listOf } from "../client/json.ts";
import { covers } from "../plan/covers.ts";
import type { AreaDescriptor } from "./area.ts";
import { mergeLines } from "./merge-lines.ts";

type Parts = Pick<AreaDescriptor, "area" | "resource" | "message"> & {
  readonly member: string;
  /** Members besides the list. */
  readonly scalars?: JsonObject;
  readonly keyOf: (line: JsonObject) => string;
};

/** An area that is one list in which the order counts. */
export function createLinesArea({ member, scalars = {}, keyOf, ...parts }: Parts): AreaDescriptor {
  return {
    ...parts,
    members: [member, ...Object.keys(scalars)],
    initial: { [member]: [], ...scalars },
    merge: ({ declared, observed, mode }) => {
      const wanted = listOf(declared[member]).filter(isJsonObject);
      const { lines, changed, lost } = mergeLines(wanted, listOf(observed[member]), { keyOf, mode });
      const body = {
        ...(mode === "add" ? { ...declared, ...withoutMember(observed, member) } : declared),
        [member]: lines,
      };
      return { body: covers(observed, body) ? null : body, changed, lost };
    },
  };
}

function withoutMember(observed: JsonObject, member: string): JsonObject {
  return Object.fromEntries(Object.entries(observed).filter(([name, value]) => name !== member && value !== null));
}
