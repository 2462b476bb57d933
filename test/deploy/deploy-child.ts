import { readFileSync } from "node:fs";
import { applyDeployment, planDeployment } from "../../scripts/deploy/engine.ts";
import { loadEnvironment } from "../../scripts/deploy/environment.ts";
import { openStateFile } from "../../scripts/deploy/state/state-file.ts";
import { smallRecords, smallSuite } from "./small-suite.ts";

/** One run of the engine in a process of its own, so that it can be killed: `deploy-child.ts URL STATE-FOLDER PLUGINS.json`. */
const [url = "", folder = "", plugins = ""] = process.argv.slice(2);
// Everything is loaded; the word to begin comes from the test, so that a kill hits the work.
await new Promise((settle) => {
  process.stdin.once("data", settle);
});
process.stdin.unref();
const environment = loadEnvironment("local", { KINTONE_BASE_URL: url });
const deployment = {
  environment,
  apps: smallSuite(),
  plugins: JSON.parse(readFileSync(plugins, "utf8")),
  records: smallRecords(30),
  sample: [],
  state: openStateFile(folder, environment),
};
await applyDeployment(deployment, await planDeployment(deployment, { check: "trust" }), ({ done, total }) => {
  process.stdout.write(`${done}/${total}\n`);
});
process.stdout.write("done\n");
