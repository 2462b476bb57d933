import type { AreaDescriptor } from "./area.ts";
import { mergeKeyed, toItems } from "./merge-keyed.ts";

type Parts = Pick<AreaDescriptor, "area" | "resource" | "message" | "renames"> & { readonly member: string };

/** An area that is one object of items by name. */
export function createKeyedArea({ member, ...parts }: Parts): AreaDescriptor {
  return {
    ...parts,
    members: [member],
    initial: { [member]: {} },
    merge: ({ declared, observed, mode, renamed }) => {
      const merged = mergeKeyed({
        declared: toItems(declared[member]),
        observed: toItems(observed[member]),
        mode,
        renamed,
      });
      const { items, isSame, changed, lost } = merged;
      return { body: isSame ? null : { ...declared, [member]: items }, changed, lost };
    },
  };
}
