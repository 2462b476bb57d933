import { useState } from "react";
import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { recordPath } from "../kintone/page-url.ts";
import { DetailView } from "./detail-view.tsx";
import { EditForm } from "./edit-form.tsx";
import { LoadedRecord } from "./loaded-record.tsx";
import { NoRecord } from "./no-record.tsx";
import { parseRecordQuery } from "./record-location.ts";
import { appPath } from "../shell/app-path.ts";

/** On phones detail and edit are two pages, and the record is in the query. */
export function MobileRecord({
  app,
  editing,
}: {
  readonly app: BootstrapApp;
  readonly editing: boolean;
}): ReactElement {
  const [round, setRound] = useState(0);
  const id = parseRecordQuery(location.search);
  const listHref = appPath(app.id, true);
  if (id === null) {
    return <NoRecord listHref={listHref} />;
  }
  const detailHref = recordPath({ app: app.id, record: id, mobile: true });
  return (
    <LoadedRecord app={app} id={id} round={round}>
      {(record, own) =>
        editing && own.permissions.editRecord ? (
          <EditForm
            app={own}
            mobile
            record={record}
            onSaved={(_, url) => location.assign(url ?? detailHref)}
            onLeave={() => location.assign(detailHref)}
            onReload={() => setRound(round + 1)}
          />
        ) : (
          <DetailView
            app={own}
            mobile
            record={record}
            listHref={listHref}
            onEdit={() => location.assign(`${appPath(app.id, true)}edit?record=${id}`)}
            onChanged={() => setRound(round + 1)}
          />
        )
      }
    </LoadedRecord>
  );
}
