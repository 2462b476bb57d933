import { basename } from "node:path";
import { expect, inject, it, TestRunner } from "vitest";
import type { TestPlatform } from "../harness.ts";
import { currentTarget } from "./current-target.ts";
import { type Evidence, guess } from "./evidence.ts";
import type { Need } from "./need.ts";
import { findRealDomain } from "./real-domain.ts";
import { leaveNote } from "./run-note.ts";

type FactOptions = { readonly evidence: Evidence; readonly needs?: Need; readonly timeout?: number };

/** One case as the page about the contract counts it. */
export type Fact = {
  readonly file: string;
  readonly area: string;
  readonly name: string;
  readonly evidence: Evidence;
  readonly needs: Need | null;
};

declare module "vitest" {
  // Only an interface can be merged into vitest's own.
  interface TaskMeta {
    fact?: Fact;
  }
}

const registered: Fact[] = [];

/** The cases that were declared since this was last asked, in their order: those of one test file. */
export function takeFacts(): Fact[] {
  return registered.splice(0);
}

/** One case of the contract: it says where it is known from, and runs against whichever target is chosen. */
export function fact(name: string, options: FactOptions, body: (target: TestPlatform) => Promise<void> | void): void {
  register(name, options, async () => {
    // Cases that start their platforms themselves take none.
    await Reflect.apply(body, undefined, body.length === 0 ? [] : [currentTarget()]);
  });
}

/** The same case for each row; a row whose name says "(guess)" is one; in the name, `%s` is the next member of the row and `$key` a member of that key. */
fact.each = eachRow;

type EachFact<Body> = (name: string, options: FactOptions, body: Body) => void;

/** The parameters of rows that are tuples of one length: position by position, whatever literals stand in them. */
type Members<Row extends readonly unknown[]> = [Row] extends [readonly [infer A]]
  ? [A]
  : [Row] extends [readonly [infer A, infer B]]
    ? [A, B]
    : [Row] extends [readonly [infer A, infer B, infer C]]
      ? [A, B, C]
      : [Row] extends [readonly [infer A, infer B, infer C, infer D]]
        ? [A, B, C, D]
        : [Row] extends [readonly [infer A, infer B, infer C, infer D, infer E]]
          ? [A, B, C, D, E]
          : Row;

function eachRow<Row extends readonly unknown[] | readonly [unknown]>(
  rows: readonly Row[],
): EachFact<(...row: Members<Row>) => Promise<void> | void>;
function eachRow<Row>(rows: readonly Row[]): EachFact<(row: Row) => Promise<void> | void>;
function eachRow(rows: readonly unknown[]): EachFact<(...row: readonly unknown[]) => Promise<void> | void> {
  return (name, options, body) => {
    for (const row of rows) {
      const members: readonly unknown[] = Array.isArray(row) ? row : [row];
      register(toName(name, row, members), options, async () => body(...members));
    }
  };
}

function register(name: string, options: FactOptions, body: () => Promise<void>): void {
  const { needs = options.evidence.kind === "own" ? "platform-only" : null, timeout } = options;
  const evidence = name.includes("(guess)") ? guess(options.evidence.source) : options.evidence;
  const file = basename(expect.getState().testPath ?? "");
  const told = { file, area: TestRunner.getCurrentSuite().name, name, evidence, needs };
  registered.push(told);
  const skip = needs !== null && findRealDomain() !== null;
  if (skip) {
    // No hook runs in a file whose cases are all skipped.
    leaveNote(inject("contractRunFolder"), file, { facts: registered, madeApps: [] });
  }
  // The cases themselves expect; their names are given there.
  // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title
  it(name, { skip, meta: { fact: told }, ...(timeout !== undefined && { timeout }) }, body);
}

function toName(name: string, row: unknown, members: readonly unknown[]): string {
  const left = [...members];
  return name
    .replaceAll(/%[sj]/gu, () => toText(left.shift()))
    .replaceAll(/\$(\w+)/gu, (_, key: string) =>
      typeof row === "object" && row !== null ? toText(Reflect.get(row, key)) : "",
    );
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "").slice(0, 120);
}
