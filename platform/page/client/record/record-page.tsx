import type { ReactElement } from "react";
import type { Bootstrap } from "../../bootstrap.ts";
import { CreateScreen } from "./create-screen.tsx";
import { DesktopRecord } from "./desktop-record.tsx";
import { MobileRecord } from "./mobile-record.tsx";

/** The page of a record: detail, create or edit, on the desktop or on a phone. */
export function RecordPage({ bootstrap }: { readonly bootstrap: Bootstrap }): ReactElement | null {
  const { app, page } = bootstrap;
  if (app === null) {
    return null;
  }
  const mobile = page.endsWith("_MOBILE");
  if (page === "APP_CREATE" || page === "APP_CREATE_MOBILE") {
    return <CreateScreen app={app} mobile={mobile} />;
  }
  return mobile ? <MobileRecord app={app} editing={page === "APP_EDIT_MOBILE"} /> : <DesktopRecord app={app} />;
}
