import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { pluginFaults } from "./plugin-faults.ts";
import { isPluginFault, isSafePath, readZip } from "./read-zip.ts";

const limits = { files: 3, fileMegabytes: 1, allMegabytes: 2 };
const read = (bytes: Uint8Array) => readZip(bytes, limits, pluginFaults.notZip);

describe("readZip", () => {
  it("gives the files by path and skips folders", () => {
    const files = read(zipSync({ "a.txt": strToU8("a"), sub: { "b.txt": strToU8("b") } }));
    expect(isPluginFault(files) ? files : [...files.keys()].toSorted()).toEqual(["a.txt", "sub/b.txt"]);
  });

  it("refuses a bomb by its declared sizes", () => {
    const megabyte = new Uint8Array(1024 * 1024);
    expect(read(zipSync({ a: new Uint8Array(1024 * 1024 + 1) }))).toMatchObject({ message: pluginFaults.tooLarge });
    expect(read(zipSync({ a: megabyte, b: megabyte, c: strToU8("x") }))).toMatchObject({
      message: pluginFaults.tooLargeInAll,
    });
    expect(read(zipSync({ a: strToU8("1"), b: strToU8("2"), c: strToU8("3"), d: strToU8("4") }))).toMatchObject({
      message: pluginFaults.tooManyFiles,
    });
  });

  it("refuses what is no zip", () => {
    expect(read(new Uint8Array())).toMatchObject({ message: pluginFaults.notZip });
    const cut = zipSync({ a: strToU8("hello") }).slice(0, 20);
    expect(read(cut)).toMatchObject({ message: pluginFaults.notZip });
  });

  it.each(["../a", "a/../b", "/a", "a//b", "C:\\a", "a\\b", "./a", "a\0b", ""])("finds the path %j unsafe", (path) => {
    expect(isSafePath(path)).toBe(false);
  });

  it.each(["a", "a/b.js", "a.b/c", "日本語.js", "a/"])("finds the path %j safe", (path) => {
    expect(isSafePath(path)).toBe(true);
  });
});
