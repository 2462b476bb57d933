import type { ReactElement, ReactNode } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { useLoaded } from "../field/use-loaded.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { translate } from "../shell/translate.ts";
import type { FormRecord } from "./form-record.ts";
import { appForRecord, loadRecordRights, rightsOf } from "./record-rights.ts";
import { loadRecord } from "./save-record.ts";

/** Loads a record and shows it; while it loads the place of its fields is kept, a refusal is told in plain words. */
export function LoadedRecord({
  app,
  id,
  round,
  children,
}: {
  readonly app: BootstrapApp;
  readonly id: number;
  /** Another number loads again. */
  readonly round: number;
  /** The app is as it is for this record: with the fields and the rights that the reader has there. */
  readonly children: (record: FormRecord, app: BootstrapApp) => ReactNode;
}): ReactElement {
  const loaded = useLoaded(() => loadWithRights(app, id), `${id} ${round}`);
  if (loaded.state === "loading") {
    return <RecordSkeleton />;
  }
  if (loaded.state === "failed") {
    return <ProblemPanel problem={describeProblem(loaded.error)} onRetry={loaded.reload} />;
  }
  return <>{children(loaded.value.record, loaded.value.app)}</>;
}

async function loadWithRights(app: BootstrapApp, id: number): Promise<{ record: FormRecord; app: BootstrapApp }> {
  const [record, rights] = await Promise.all([
    loadRecord(app.id, id, app.settings.fields),
    loadRecordRights(app, [String(id)]),
  ]);
  return { record, app: rights.size === 0 ? app : appForRecord(app, rightsOf(app, rights, String(id))) };
}

function RecordSkeleton(): ReactElement {
  return (
    <div className="kp-record kp-record-skeleton kp-skeleton" aria-busy="true">
      {[0, 1, 2, 3, 4, 5, 6, 7].map((line) => (
        <span key={line} />
      ))}
      <output className="kp-slow kp-muted">{translate(fieldMessages.loading)}</output>
    </div>
  );
}
