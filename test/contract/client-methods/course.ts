import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { expect } from "vitest";
import { currentTarget } from "../target/current-target.ts";

/** One call of the official client, and what its answer has to hold. */
export type Case = readonly [method: string, call: () => Promise<unknown>, expected: unknown];

/** What the cases share: the client, and what earlier ones leave for later ones, ids and keys by name. */
export type Course = {
  readonly client: KintoneRestAPIClient;
  readonly guestClient: () => KintoneRestAPIClient;
  readonly keep: (name: string, value: unknown) => void;
  readonly take: (name: string) => string;
  /** Keeps one member of an answer. */
  readonly keepOf: <T extends object>(name: string, answer: Promise<T>, member: keyof T & string) => Promise<T>;
  /** The app of the course. */
  readonly app: () => string;
  readonly deploy: () => Promise<unknown>;
};

/** A course over the target that the test file has started. */
export function createCourse(): Course {
  const kept = new Map<string, string>();
  const keep = (name: string, value: unknown): void => {
    kept.set(name, String(value));
  };
  const take = (name: string): string => kept.get(name) ?? "";
  const app = () => take("app");
  return {
    get client() {
      return currentTarget().client();
    },
    guestClient: () => currentTarget().guestClient(Number(take("guest space"))),
    keep,
    take,
    keepOf: async (name, answer, member) => {
      const found = await answer;
      keep(name, found[member]);
      return found;
    },
    app,
    deploy: async () =>
      currentTarget()
        .client()
        .app.deployApp({ apps: [{ app: app() }] }),
  };
}

export const revision = { revision: expect.stringMatching(/^\d+$/u) };
export const row = (名: string, 数 = "1") => ({ 名: { value: 名 }, 数: { value: 数 } });
