import { useState } from "react";
import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { translate } from "../shell/translate.ts";
import type { FormRecord } from "./form-record.ts";
import { FormView } from "./form-view.tsx";
import type { FormViewProps } from "./form-view.tsx";
import { recordTitle } from "./record-title.ts";
import { currentStartContext } from "./start-context.ts";

/** The form for a record that is there. */
export function EditForm({
  app,
  mobile,
  record,
  ...ways
}: Pick<FormViewProps, "onSaved" | "onLeave" | "onReload"> & {
  readonly app: BootstrapApp;
  readonly mobile: boolean;
  readonly record: FormRecord;
}): ReactElement {
  const [startContext] = useState(currentStartContext);
  return (
    <FormView
      {...ways}
      app={app}
      options={{
        appId: app.id,
        fields: app.settings.fields,
        mode: "edit",
        mobile,
        loaded: record,
        start: record,
        reuse: false,
        startContext,
      }}
      title={translate(recordMessages.editing, { title: recordTitle(app, record) })}
    />
  );
}
