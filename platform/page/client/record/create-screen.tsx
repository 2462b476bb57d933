import { useState } from "react";
import type { ReactElement } from "react";
import type { AppActionStart, BootstrapApp } from "../../bootstrap.ts";
import { useLoaded } from "../field/use-loaded.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { pageState } from "../kintone/page-state.ts";
import { recordPath } from "../kintone/page-url.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { parseStartDay } from "../list/calendar/start-day.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { pageNow } from "../shell/page-now.ts";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { translate } from "../shell/translate.ts";
import { applyAction } from "./apply-action.ts";
import { type FormRecord, writeAt } from "./form-record.ts";
import { FormView } from "./form-view.tsx";
import { LoadedRecord } from "./loaded-record.tsx";
import { toDuplicate } from "./read-rest-record.ts";
import { parseRecordQuery } from "./record-location.ts";
import { loadRecord } from "./save-record.ts";
import { currentStartContext } from "./start-context.ts";
import { buildStartRecord } from "./start-values.ts";
import { appPath } from "../shell/app-path.ts";

type Props = { readonly app: BootstrapApp; readonly mobile: boolean };

/** The form for a new record; `?record=N` starts it as a copy of another one. */
export function CreateScreen({ app, mobile }: Props): ReactElement {
  const action = pageState.bootstrap?.appAction ?? null;
  const source = mobile ? null : parseRecordQuery(location.search);
  if (action !== null) {
    return <ActionForm app={app} mobile={mobile} action={action} />;
  }
  return source === null ? (
    <CreateForm app={app} mobile={mobile} source={null} />
  ) : (
    <LoadedRecord app={app} id={source} round={0}>
      {(record) => <CreateForm app={app} mobile={mobile} source={record} />}
    </LoadedRecord>
  );
}

/** An app action of another app opened this page: its record is read first. */
function ActionForm({ app, mobile, action }: Props & { readonly action: AppActionStart }): ReactElement {
  const { sourceApp, sourceRecord, fields } = action;
  const loaded = useLoaded(() => loadRecord(sourceApp, sourceRecord, fields), `${sourceApp} ${sourceRecord}`);
  if (loaded.state === "loading") {
    return <output className="kp-slow kp-muted">{translate(fieldMessages.loading)}</output>;
  }
  if (loaded.state === "failed") {
    return <ProblemPanel problem={describeProblem(loaded.error)} onRetry={loaded.reload} />;
  }
  return <CreateForm app={app} mobile={mobile} source={null} from={{ action, record: loaded.value }} />;
}

/** A calendar's day opened this page. */
function startOnDay(record: FormRecord, fields: readonly StoredField[]): FormRecord {
  const timezone = pageState.bootstrap?.loginUser.timezone ?? "Asia/Tokyo";
  const day = parseStartDay(location.search, fields, { now: pageNow(), timezone });
  return day === null ? record : writeAt(record, { code: day.code }, day.value);
}

type FormProps = Props & {
  readonly source: FormRecord | null;
  readonly from?: { readonly action: AppActionStart; readonly record: FormRecord };
};

function CreateForm({ app, mobile, source, from }: FormProps): ReactElement {
  const { fields } = app.settings;
  const [startContext] = useState(currentStartContext);
  const [start] = useState(() => {
    if (source !== null) {
      return toDuplicate(fields, source);
    }
    const empty = startOnDay(buildStartRecord(fields, startContext), fields);
    return from === undefined
      ? empty
      : applyAction(empty, { fields, action: from.action, source: from.record, origin: location.origin });
  });
  const listHref = appPath(app.id, mobile);
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
