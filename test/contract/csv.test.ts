import type { TestPlatform } from "./harness.ts";
import { startTestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect } from "vitest";

// The pages need a session; what is built of them does not matter to the file.
const isBuilt = existsSync(resolve(import.meta.dirname, "../../dist/platform/page.js"));

const seed = {
  apps: [
    {
      name: "受付簿",
      fields: {
        name: { type: "SINGLE_LINE_TEXT", code: "name", label: "氏名" },
        amount: { type: "NUMBER", code: "amount", label: "金額" },
        lines: {
          type: "SUBTABLE",
          code: "lines",
          label: "明細",
          fields: { item: { type: "SINGLE_LINE_TEXT", code: "item", label: "品名" } },
        },
      },
      records: [
        {
          name: "佐藤",
          amount: "3",
          lines: [{ value: { item: { value: "紙" } } }, { value: { item: { value: "筆" } } }],
        },
        { name: "鈴木", amount: "1" },
        ...Array.from({ length: 600 }, (_, index) => ({ name: `N${index}`, amount: "0" })),
      ],
    },
  ],
};

let server: TestPlatform;
let cookie: string;

beforeEach(async () => {
  server = await startTestPlatform({ seed });
  const page = await fetch(`${server.url}/login`);
  const csrf = /name="csrf" value="([^"]+)"/u.exec(await page.text())?.[1] ?? "";
  const answer = await fetch(`${server.url}/login`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: toCookies(page) },
    body: new URLSearchParams({ login: "admin", password: "admin", csrf }),
  });
  cookie = toCookies(answer);
});

afterEach(async () => {
  await server.close();
});

describe.skipIf(!isBuilt)("GET /k/{app}/csv", () => {
  fact(
    "writes the records of a condition in its order, one line for each row of a table",
    { evidence: documented("help: exporting records to a file"), needs: "doors" },
    async () => {
      const query = new URLSearchParams({ q: "amount > 0 order by amount desc", fields: "name,amount,lines" });
      const answer = await fetch(`${server.url}/k/1/csv?${query.toString()}`, { headers: { Cookie: cookie } });
      expect(answer.headers.get("content-type")).toBe("text/csv;charset=utf-8");
      expect(answer.headers.get("content-disposition")).toContain("attachment");
      expect(await answer.text()).toBe(
        '"レコードの開始行","氏名","金額","品名"\r\n"*","佐藤","3","紙"\r\n"","佐藤","3","筆"\r\n"*","鈴木","1",""\r\n',
      );
    },
  );

  fact(
    "writes all records, not a page of them, with the mark that Excel needs when asked",
    { evidence: documented("help: exporting records to a file"), needs: "doors" },
    async () => {
      const answer = await fetch(`${server.url}/k/1/csv?fields=name&bom=1`, { headers: { Cookie: cookie } });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
      expect(new TextDecoder().decode(bytes).trimEnd().split("\r\n")).toHaveLength(603);
    },
  );

  fact(
    "leaves a condition that cannot be read to the list, which says so, and asks strangers to sign in",
    { evidence: documented("help: exporting records to a file"), needs: "doors" },
    async () => {
      const broken = await fetch(`${server.url}/k/1/csv?q=amount+%3E`, {
        headers: { Cookie: cookie },
        redirect: "manual",
      });
      expect(broken.headers.get("location")).toBe("/k/1/?q=amount+%3E");
      const stranger = await fetch(`${server.url}/k/1/csv`, { redirect: "manual" });
      expect(stranger.headers.get("location")).toContain("/login");
    },
  );
});

function toCookies(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((text) => text.split(";")[0] ?? "")
    .join("; ");
}
