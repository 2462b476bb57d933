import { useState } from "react";
import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { DetailView } from "./detail-view.tsx";
import { EditForm } from "./edit-form.tsx";
import { LoadedRecord } from "./loaded-record.tsx";
import { NoRecord } from "./no-record.tsx";
import { RecordPager } from "./record-pager.tsx";
import { listAddress, parseListPlace, parseRecordQuery } from "./record-location.ts";
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
  const place = parseListPlace(location.search);
  const listHref = listAddress(appPath(app.id, true), place);
  if (id === null) {
    return <NoRecord listHref={listHref} />;
  }
  const detailPath = `${appPath(app.id, true)}show`;
  const detailHref = `${detailPath}?${toSearch(id)}`;
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
            pager={
              <RecordPager
                {...{ app: own, record, place }}
                mobile
                hrefOf={(next) => `${detailPath}?${toSearch(next)}`}
              />
            }
            onEdit={() => location.assign(`${appPath(app.id, true)}edit?${toSearch(id)}`)}
            onChanged={() => setRound(round + 1)}
          />
        )
      }
    </LoadedRecord>
  );
}

/** The present query with another record in it; the list that one came from stays. */
function toSearch(record: number | string): string {
  const params = new URLSearchParams(location.search);
  params.set("record", String(record));
  return params.toString();
}
