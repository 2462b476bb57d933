import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { roles } from "../apps-schema/schema/app-key.ts";
import type { Deployment } from "../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../scripts/deploy/engine.ts";
import { openStateFile } from "../scripts/deploy/state/state-file.ts";
import type { Domain } from "./deploy/open-domain.ts";
import { openDomain } from "./deploy/open-domain.ts";
import { smallSuite } from "./deploy/small-suite.ts";

let domain: Domain;

beforeEach(async () => {
  domain = await openDomain();
});

afterEach(() => domain.close());

/** A machine with a state folder of its own, as a fresh process sees it. */
function machine(name: string): Deployment {
  const { environment } = domain.deployment([]);
  return domain.deployment(smallSuite(), { state: openStateFile(join(domain.folder, name), environment) });
}

async function apply(name: string): Promise<void> {
  const deployment = machine(name);
  await applyDeployment(deployment, await planDeployment(deployment), () => {});
}

const listNames = (): { readonly live: string[]; readonly begun: string[] } => {
  const apps = domain.platform.store.apps.list();
  const names = (isLive: boolean): string[] =>
    apps.filter(({ live }) => (live !== null) === isLive).map(({ preview }) => preview.general.name);
  return { live: names(true).toSorted(), begun: names(false) };
};

const declared = smallSuite()
  .map(({ name }) => name)
  .toSorted();

describe("two machines that begin to create the suite at the same moment", () => {
  it("make it once: the second stops at its first app, and finds the suite when it runs again", async () => {
    // On a real domain the groups are there before: the suite never makes them.
    const groups = roles.map((code) => ({ code, name: code }));
    await domain.client.write("POST", "/v1/groups.json", { groups });
    const machines = [machine("first"), machine("second")];
    const plans = await Promise.all(machines.map((each) => planDeployment(each)));
    const ended = await Promise.allSettled(
      machines.map(async (each, index) => {
        const plan = plans[index];
        await (plan === undefined ? undefined : applyDeployment(each, plan, () => {}));
      }),
    );
    const reasons = ended.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(reasons).toMatchObject([{ code: "conflict", message: expect.stringContaining("作り始めています") }]);
    expect(listNames()).toEqual({ live: declared, begun: [expect.any(String)] });
    const loser = ended[0]?.status === "rejected" ? "first" : "second";
    await apply(loser);
    expect(listNames().live).toEqual(declared);
    expect((await planDeployment(machine(loser), { check: "exact" })).plan.steps).toEqual([]);
  });

  it("leave nothing behind each time where the other one never ends, and go on when its app is no longer begun", async () => {
    const [first = ""] = smallSuite().map(({ name }) => name);
    await domain.client.write("POST", "/k/v1/preview/app.json", { name: first });
    await expect(apply("second")).rejects.toThrow("番号 1 のアプリを消して");
    await expect(apply("second")).rejects.toThrow("まだ作りかけです");
    expect(domain.platform.store.apps.list()).toHaveLength(2);
    await domain.client.write("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app: "1" }] });
    await apply("second");
    expect(domain.platform.store.apps.list()).toHaveLength(4);
    expect((await planDeployment(machine("second"), { check: "exact" })).plan.steps).toEqual([]);
  });
});
