import { type ReactElement, useLayoutEffect, useSyncExternalStore } from "react";
import type { Bootstrap } from "../../bootstrap.ts";
import { pageState } from "../kintone/page-state.ts";
import { SpacePage } from "../space/space-page.tsx";
import { ThreadPage } from "../space/thread-page.tsx";
import { parsePortalHash } from "./portal-location.ts";
import { PortalPage } from "./portal-page.tsx";

/** The portal, a space or a thread: one document, as on kintone. */
export function PortalRouter({ bootstrap }: { readonly bootstrap: Bootstrap }): ReactElement {
  const at = parsePortalHash(useSyncExternalStore(watchHash, () => location.hash));
  const space = at.kind === "portal" ? null : at.space;
  useLayoutEffect(() => {
    pageState.spaceId = space;
    scrollTo({ top: 0 });
  }, [space]);
  switch (at.kind) {
    case "space":
      return <SpacePage key={at.space} space={at.space} />;
    case "thread":
      return <ThreadPage key={at.thread} space={at.space} thread={at.thread} />;
    case "portal":
      break;
  }
  return <PortalPage bootstrap={bootstrap} />;
}

function watchHash(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}
