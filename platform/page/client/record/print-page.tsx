import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { DetailView } from "./detail-view.tsx";
import { LoadedRecord } from "./loaded-record.tsx";
import { NoRecord } from "./no-record.tsx";
import { appPath } from "../shell/app-path.ts";

/** A record on paper: `/k/{app}/print?record=ID`. */
export function PrintPage({ app }: { readonly app: BootstrapApp }): ReactElement {
  const id = Number(new URLSearchParams(location.search).get("record") ?? "");
  const listHref = appPath(app.id, false);
  if (!Number.isSafeInteger(id) || id < 1) {
    return <NoRecord listHref={listHref} />;
  }
  return (
    <LoadedRecord app={app} id={id} round={0}>
      {(record) => (
        <DetailView {...{ app, record, listHref }} mobile={false} print onEdit={doNothing} onChanged={doNothing} />
      )}
    </LoadedRecord>
  );
}

/** Nothing can be done to a record on paper. */
function doNothing(): void {}
