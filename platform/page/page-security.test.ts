import { expect, it } from "vitest";
import { buildPageHeaders } from "./page-security.ts";

function scriptSources(policy: Parameters<typeof buildPageHeaders>[0]): string {
  const header = buildPageHeaders(policy)["Content-Security-Policy"] ?? "";
  return header.split("; ").find((directive) => directive.startsWith("script-src ")) ?? "";
}

// The official gantt chart sample writes a script tag of its own, for a file beside those that its manifest names.
it("lets the files of customizations load others from their own origins, and only from there", () => {
  const origins = ["https://js.cybozu.com"];
  expect(scriptSources({ nonce: "n", origins, allowEval: true })).toBe(
    "script-src 'self' 'nonce-n' 'unsafe-eval' https://js.cybozu.com",
  );
  expect(scriptSources({ nonce: "n" })).toBe("script-src 'self' 'nonce-n'");
});
