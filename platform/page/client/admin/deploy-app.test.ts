import { describe, expect, it, vi } from "vitest";
import type { callRest } from "../rest.ts";
import { deployApp } from "./deploy-app.ts";

const status = (text: string) => ({ apps: [{ app: "3", status: text }] });

describe("deployApp", () => {
  it.each(["SUCCESS", "FAIL", "CANCEL"] as const)("waits until %s", async (end) => {
    const call = vi.fn<typeof callRest>().mockResolvedValueOnce({}).mockResolvedValueOnce(status("PROCESSING"));
    call.mockResolvedValueOnce(status(end));
    await expect(deployApp(3, async () => {}, call)).resolves.toBe(end);
    expect(call.mock.calls).toEqual([
      ["POST", "/k/v1/preview/app/deploy.json", { apps: [{ app: 3 }] }],
      ["GET", "/k/v1/preview/app/deploy.json", { apps: [3] }],
      ["GET", "/k/v1/preview/app/deploy.json", { apps: [3] }],
    ]);
  });

  it("gives up at its deadline", async () => {
    const call = vi.fn<typeof callRest>().mockResolvedValue(status("PROCESSING"));
    await expect(deployApp(3, async () => {}, call)).resolves.toBe("TIMEOUT");
  });
});
