import { describe, expect, it } from "vitest";
import { parseFlags } from "./parse-flags.ts";

const kinds = { port: "text", "no-open": "switch", allow: "list" } as const;

describe("parseFlags", () => {
  it("splits words, texts and switches", () => {
    const flags = parseFlags(["plan", "--port", "8401", "--no-open"], kinds);
    expect([flags.words, flags.text("port"), flags.isOn("no-open")]).toEqual([["plan"], "8401", true]);
    expect(parseFlags(["--port=0"], kinds).text("port")).toBe("0");
  });

  it("gathers a list from several flags and from commas", () => {
    const flags = parseFlags(["--allow=a.b,a.c", "--allow", "d.e"], kinds);
    expect(flags.list("allow")).toEqual(["a.b", "a.c", "d.e"]);
    expect(parseFlags([], kinds).list("allow")).toEqual([]);
  });

  it.each([[["--wat"]], [["--port"]], [["--no-open=yes"]], [["--allow"]]])(
    "refuses %j with the known ones or the reason",
    (args) => {
      expect(() => parseFlags(args, kinds)).toThrow(/^指定「/u);
    },
  );
});
