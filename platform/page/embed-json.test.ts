import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embedJson } from "./embed-json.ts";

describe("embedJson", () => {
  it("keeps every string as it is when it is read back, and never closes the script", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("</script>", "<!--", "]]>", "\u2028\u2029", "&lt;"),
    );
    fc.assert(
      fc.property(fc.array(nasty), (texts) => {
        const embedded = embedJson({ texts });
        expect(embedded).not.toMatch(/[<>&\u2028\u2029]/u);
        expect(JSON.parse(embedded)).toEqual({ texts });
      }),
    );
  });
});
