import { describe, expect, it } from "vitest";
import { renamePrincipalInQuery } from "./rename-principal-in-query.ts";

const renaming = { from: "sato", to: "yamada" };
const fields = new Set(["担当"]);

describe("another code in a condition", () => {
  it.each([
    ['担当 in ("sato", "kato")', '担当 in ("yamada", "kato")'],
    ['題名 = "sato" and 担当 not in ("sato")', '題名 = "sato" and 担当 not in ("yamada")'],
    ['担当 in ("sato") or 題名 = "sato"', '担当 in ("yamada") or 題名 = "sato"'],
    ['題名 like "担当 in (\\"sato\\")"', '題名 like "担当 in (\\"sato\\")"'],
    ["担当 in (LOGINUSER())", "担当 in (LOGINUSER())"],
    ["", ""],
  ])("stands in the place of the old one: %s", (before, after) => {
    expect(renamePrincipalInQuery(before, fields, renaming)).toBe(after);
  });
});
