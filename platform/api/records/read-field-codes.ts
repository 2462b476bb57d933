import { type Params, readList, readText } from "../params.ts";

/**
 * `fields`: the codes to answer. One that no field has is passed over, an empty one too: a public plugin in wide use
 * (unrelated lookup 2.9.0) sends it with its default settings.
 */
export function readFieldCodes(params: Params): readonly string[] {
  return readList(params, "fields").map((value, index) =>
    value === "" ? "" : readText({ value }, "value", `fields[${index}]`),
  );
}
