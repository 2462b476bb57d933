import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toFailureLine } from "../scripts/cli/run-command.ts";
import type { Domain } from "./deploy/open-domain.ts";
import { openDomain } from "./deploy/open-domain.ts";
import { smallSuite } from "./deploy/small-suite.ts";

let domain: Domain;

beforeEach(async () => {
  domain = await openDomain();
});

afterEach(() => domain.close());

/** The line that an administrator reads when a run fails. */
async function readFailure(): Promise<string> {
  return domain.apply(smallSuite()).then(
    () => "",
    (error: unknown) => toFailureLine(error),
  );
}

/** As it shall be in the end, whatever went wrong before: every app once, nothing left to plan. */
async function expectWhole(): Promise<void> {
  await domain.apply(smallSuite());
  expect(domain.platform.store.apps.list()).toHaveLength(3);
  expect((await domain.plan(smallSuite(), { check: "exact" })).plan.steps).toEqual([]);
}

describe("a machine", () => {
  // On Linux, writing to /dev/full is what writing to a full disk is.
  it.skipIf(process.platform !== "linux")(
    "whose disk is full says so in one line and continues when there is space",
    async () => {
      const state = join(domain.folder, "state");
      mkdirSync(state, { recursive: true });
      symlinkSync("/dev/full", join(state, "local.json.new"));
      const line = await readFailure();
      expect(line).toMatch(/書き込めなかったため.*ENOSPC.*空きをつくってから.*もう一度実行/u);
      expect(line).not.toContain("\n");
      rmSync(join(state, "local.json.new"));
      await expectWhole();
    },
  );

  it("whose state folder is none says what to do, and nothing is lost", async () => {
    writeFileSync(join(domain.folder, "state"), "");
    expect(await readFailure()).toMatch(/書き込めなかったため.*MACHI_DX_STATE/u);
    rmSync(join(domain.folder, "state"));
    await expectWhole();
  });
});
