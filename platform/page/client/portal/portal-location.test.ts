import { describe, expect, it } from "vitest";
import { parsePortalHash } from "./portal-location.ts";

describe("the address of the portal's document", () => {
  it.each([
    ["", { kind: "portal" }],
    ["#/portal", { kind: "portal" }],
    ["#/space/5", { kind: "space", space: "5" }],
    ["#/space/5/thread/7", { kind: "thread", space: "5", thread: "7" }],
    ["#/space/x", { kind: "portal" }],
    ["#/space/5/other", { kind: "portal" }],
  ])("%s is read", (hash, expected) => {
    expect(parsePortalHash(hash)).toStrictEqual(expected);
  });
});
