// Everything the pages look like, in one sheet.
// oxlint-disable-next-line import/no-unassigned-import
import "./style/page.css";
import { installKintone } from "./kintone/install-kintone.ts";
import { mountPage } from "./shell/mount-page.tsx";
import { readBootstrap } from "./shell/read-bootstrap.ts";

const bootstrap = readBootstrap();
installKintone(bootstrap);
// The shell calls `start` after the customizations' scripts, which register their handlers first (fact sheet §10.2).
Object.assign(globalThis, {
  kintonePage: { start: () => mountPage(bootstrap) },
});
