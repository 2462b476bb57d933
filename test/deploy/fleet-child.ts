import { readFileSync } from "node:fs";
import { createFleetProgress } from "../../scripts/deploy/fleet/fleet-progress.ts";
import { runFleet } from "../../scripts/deploy/fleet/run-fleet.ts";
import { createRun } from "./open-fleet.ts";

/** One run of a fleet in a process of its own, so that it can be killed: `fleet-child.ts FOLDER FLEET.json PLUGINS.json`. */
const [folder = "", fleetFile = "", plugins = ""] = process.argv.slice(2);
const fleet = JSON.parse(readFileSync(fleetFile, "utf8"));
const report = await runFleet({
  ...createRun(fleet, { folder, plugins: JSON.parse(readFileSync(plugins, "utf8")) }),
  progress: createFleetProgress({
    total: fleet.towns.length,
    parallel: fleet.parallel,
    write: (text) => process.stdout.write(text),
    columns: null,
  }),
});
process.stdout.write(`${JSON.stringify(report.municipalities.map(({ outcome }) => outcome))}\n`);
