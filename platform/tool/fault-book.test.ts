import { describe, expect, it } from "vitest";
import { createFaultBook } from "./fault-book.ts";
import { parseFaults } from "./parse-faults.ts";

const meets = (path: string, asked: string): boolean => {
  const book = createFaultBook();
  book.add(parseFaults([{ match: { path }, status: 500 }]));
  return book.take("GET", asked) !== null;
};

describe("createFaultBook", () => {
  it("reads a star as any text, also none, and everything else as itself", () => {
    expect(meets("/k/v1/*", "/k/v1/record.json")).toBe(true);
    expect(meets("/k/*/record.json", "/k/v1/preview/record.json")).toBe(true);
    expect(meets("/k/v1/record*.json", "/k/v1/record.json")).toBe(true);

    expect(meets("/k/v1/record.json", "/k/v1/records.json")).toBe(false);
    expect(meets("/k/v1/a*b*.json", "/k/v1/ab.json")).toBe(true);
    expect(meets("/k/v1/ab*b.json", "/k/v1/ab.json")).toBe(false);
  });

  it("lets the first fault that applies meet a request, and the others wait", () => {
    const book = createFaultBook();
    book.add(
      parseFaults([
        { count: 1, status: 500 },
        { count: null, status: 502 },
      ]),
    );
    expect([1, 2, 3].map(() => book.take("GET", "/")?.status)).toEqual([500, 502, 502]);
  });
});
