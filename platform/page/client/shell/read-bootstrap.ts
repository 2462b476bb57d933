import type { Bootstrap } from "../../bootstrap.ts";

/** What the server wrote into this page. */
export function readBootstrap(): Bootstrap {
  const text = document.querySelector("#kp-bootstrap")?.textContent ?? "";
  return trustBootstrap(JSON.parse(text));
}

/** The same server that serves this bundle wrote the data from the type itself. */
function trustBootstrap(data: unknown): Bootstrap {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return data as Bootstrap;
}
