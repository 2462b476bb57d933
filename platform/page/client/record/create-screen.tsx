import { useState } from "react";
import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { recordPath } from "../kintone/page-url.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { translate } from "../shell/translate.ts";
import type { FormRecord } from "./form-record.ts";
import { FormView } from "./form-view.tsx";
import { LoadedRecord } from "./loaded-record.tsx";
import { toDuplicate } from "./read-rest-record.ts";
import { parseRecordQuery } from "./record-location.ts";
import { currentStartContext } from "./start-context.ts";
import { buildStartRecord } from "./start-values.ts";

type Props = { readonly app: BootstrapApp; readonly mobile: boolean };

/** The form for a new record; `?record=N` starts it as a copy of another one. */
export function CreateScreen({ app, mobile }: Props): ReactElement {
  const source = mobile ? null : parseRecordQuery(location.search);
  return source === null ? (
    <CreateForm app={app} mobile={mobile} source={null} />
  ) : (
    <LoadedRecord app={app} id={source} round={0}>
      {(record) => <CreateForm app={app} mobile={mobile} source={record} />}
    </LoadedRecord>
  );
}

function CreateForm({ app, mobile, source }: Props & { readonly source: FormRecord | null }): ReactElement {
  const { fields } = app.settings;
  const [startContext] = useState(currentStartContext);
  const [start] = useState(() =>
    source === null ? buildStartRecord(fields, startContext) : toDuplicate(fields, source),
  );
  const listHref = `${mobile ? "/k/m" : "/k"}/${app.id}/`;
  return (
    <FormView
      app={app}
      options={{
        appId: app.id,
        fields,
        mode: "create",
        mobile,
        loaded: null,
        start,
        reuse: source !== null,
        startContext,
      }}
      title={translate(source === null ? recordMessages.newRecord : recordMessages.duplicateOf)}
      onSaved={(id, url) => location.assign(url ?? recordPath({ app: app.id, record: id, mobile }))}
      onLeave={() => location.assign(listHref)}
      onReload={() => location.reload()}
    />
  );
}
