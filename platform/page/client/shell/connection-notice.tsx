import { type ReactElement, useSyncExternalStore } from "react";
import { shellMessages } from "../messages/shell-messages.ts";
import { Banner } from "./banner.tsx";
import { translate } from "./translate.ts";

/** Says so while the browser has no network; the local platform may answer even then, so nothing is blocked. */
export function ConnectionNotice(): ReactElement | null {
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  return online ? null : (
    <Banner kind="warning" title={translate(shellMessages.offlineTitle)}>
      <p>{translate(shellMessages.offline)}</p>
    </Banner>
  );
}

function watch(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}
