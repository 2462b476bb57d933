import { describe, expect, it } from "vitest";
import type { Json } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { waitForDeploy } from "./wait-for-deploy.ts";

/** A domain that answers each question about deploys with the next of these, the last one for ever. */
function answering(...answers: readonly Readonly<Record<string, string>>[]): {
  client: KintoneClient;
  asked: () => number;
} {
  let asked = 0;
  const read = (): Promise<Json> => {
    const statuses = answers[Math.min(asked, answers.length - 1)] ?? {};
    asked += 1;
    return Promise.resolve({ apps: Object.entries(statuses).map(([app, status]) => ({ app, status })) });
  };
  const rest = { write: refuse, upload: refuse, download: refuse, serverTime: () => 0, callCount: () => 0 };
  return { client: { baseUrl: "", read, ...rest }, asked: () => asked };
}

/** A clock that only waiting moves. */
let now = 0;
const time = {
  now: () => now,
  wait: (milliseconds: number): Promise<void> => {
    now += milliseconds;
    return Promise.resolve();
  },
};

/** A domain whose deploy of app 1 ends after so many milliseconds. */
function taking(milliseconds: number): ReturnType<typeof answering> {
  const end = now + milliseconds;
  const { client, asked } = answering({ 1: "PROCESSING" });
  const { read } = client;
  const done = { apps: [{ app: "1", status: "SUCCESS" }] };
  return {
    client: {
      ...client,
      read: async (path) => {
        const answer = await read(path);
        return now < end ? answer : done;
      },
    },
    asked,
  };
}

function refuse(): Promise<never> {
  return Promise.reject(new Error("not asked for here"));
}

describe("waitForDeploy", () => {
  it("waits until each app is done, also one that an answer leaves out", async () => {
    const { client, asked } = answering(
      {},
      { 1: "SUCCESS" },
      { 1: "SUCCESS", 2: "PROCESSING" },
      { 1: "SUCCESS", 2: "SUCCESS" },
    );
    await waitForDeploy(client, ["1", "2"], { time });
    expect(asked()).toBe(4);
  });

  it.each([
    [{ 1: "CANCEL", 2: "FAIL" }, "(ID 2)"],
    [{ 1: "SUCCESS", 2: "CANCEL" }, "(ID 2)"],
    [{ 1: "SUCCESS", 2: "SLEEPING" }, "SLEEPING"],
  ])("ends with the app to look at on %j", async (statuses, words) => {
    await expect(waitForDeploy(answering(statuses).client, ["1", "2"])).rejects.toMatchObject({
      code: "deploy-failed",
      message: expect.stringContaining(words),
    });
  });

  it("asks once where a deploy takes as long as the one before", async () => {
    const first = taking(300);
    const expected = await waitForDeploy(first.client, ["1"], { time });
    expect(first.asked()).toBeGreaterThan(1);
    const second = taking(expected - 50);
    expect(await waitForDeploy(second.client, ["1"], { expected, time })).toBeGreaterThan(250);
    expect(second.asked()).toBe(1);
  });

  it("loses patience", async () => {
    const { client } = answering({ 1: "PROCESSING" });
    await expect(waitForDeploy(client, ["1"], { deadline: now - 1, time })).rejects.toMatchObject({ code: "timeout" });
  });
});
