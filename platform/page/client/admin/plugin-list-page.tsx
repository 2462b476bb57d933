import { type ReactElement, useState } from "react";
import type { Bootstrap, BootstrapApp } from "../../bootstrap.ts";
import { adminMessages } from "../messages/admin-messages.ts";
import { Banner } from "../shell/banner.tsx";
import { describeProblem, type Problem } from "../shell/describe-problem.ts";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { translate } from "../shell/translate.ts";
import { AddPlugin } from "./add-plugin.tsx";
import { addPlugin, removePlugin, togglePlugin } from "./change-plugins.ts";
import { deployApp } from "./deploy-app.ts";
import { PluginTable } from "./plugin-table.tsx";
import { appPath } from "../shell/app-path.ts";

type State =
  | { readonly kind: "idle" | "updating" | "updated" | "failed" | "slow" }
  | { readonly kind: "problem"; readonly problem: Problem };

/** The plugins of an app: which are set up, and whether their settings have reached the app's users. */
export function PluginListPage({
  app,
  addable,
}: {
  readonly app: BootstrapApp;
  /** Installed plugins that the app does not have. */
  readonly addable: NonNullable<Bootstrap["addablePlugins"]>;
}): ReactElement {
  const [state, setState] = useState<State>({ kind: "idle" });
  const change = async (act: () => Promise<unknown>): Promise<void> => {
    setState({ kind: "updating" });
    try {
      await act();
      // The page is written anew with what the app has now.
      location.assign(location.pathname);
    } catch (error) {
      setState({ kind: "problem", problem: describeProblem(error) });
    }
  };
  const pending = app.hasUnpublishedChanges === true && state.kind !== "updated";
  const savedId = new URLSearchParams(location.search).get("saved");
  const saved = app.plugins.find(({ id }) => id === savedId);

  const update = async (): Promise<void> => {
    setState({ kind: "updating" });
    try {
      const result = await deployApp(app.id);
      setState({ kind: result === "SUCCESS" ? "updated" : result === "TIMEOUT" ? "slow" : "failed" });
    } catch (error) {
      setState({ kind: "problem", problem: describeProblem(error) });
    }
  };
  return (
    <div className="kp-page-narrow">
      <h1>{translate(adminMessages.title)}</h1>
      <p>{translate(adminMessages.lead)}</p>
      <UpdateState state={state} onRetry={() => void update()} />
      {saved !== undefined && state.kind === "idle" ? (
        <Banner kind="success" title={translate(adminMessages.savedTitle, { name: saved.name })}>
          {pending ? <p>{translate(adminMessages.saved)}</p> : null}
        </Banner>
      ) : null}
      {pending ? (
        <div className="kp-card kp-section kp-admin-pending">
          <div>
            <h2>{translate(adminMessages.pendingTitle)}</h2>
            <p>{translate(adminMessages.pending)}</p>
          </div>
          <button
            className="kp-button kp-button-primary"
            type="button"
            disabled={state.kind === "updating"}
            onClick={() => void update()}
          >
            {translate(state.kind === "updating" ? adminMessages.updating : adminMessages.update)}
          </button>
        </div>
      ) : null}
      {pending || state.kind !== "idle" ? null : <p className="kp-muted">{translate(adminMessages.upToDate)}</p>}
      <PluginTable
        app={app}
        busy={state.kind === "updating"}
        onToggle={({ id, enabled }) => void change(() => togglePlugin(app.id, id, !enabled))}
        onRemove={(plugin) => void change(() => removePlugin(app.id, plugin))}
      />
      <AddPlugin
        addable={addable}
        hasPlugins={app.plugins.length > 0}
        busy={state.kind === "updating"}
        onAdd={(id) => void change(() => addPlugin(app.id, id))}
      />
      <p className="kp-foot">
        <a href={appPath(app.id)}>{translate(adminMessages.toApp)}</a>
        {" ・ "}
        <a href={`/k/admin/app/${app.id}/`}>{translate(adminMessages.toSettings)}</a>
        {" ・ "}
        <a href={`/k/admin/app/apitoken?app=${app.id}`}>{translate(adminMessages.toTokens)}</a>
        {" ・ "}
        <a href="/k/admin/system/plugin/">{translate(adminMessages.toSystem)}</a>
      </p>
    </div>
  );
}

function UpdateState({ state, onRetry }: { readonly state: State; readonly onRetry: () => void }): ReactElement | null {
  switch (state.kind) {
    case "updated":
      return (
        <Banner kind="success">
          <p>{translate(adminMessages.updated)}</p>
        </Banner>
      );
    case "slow":
      return (
        <Banner kind="warning">
          <p>{translate(adminMessages.updateSlow)}</p>
        </Banner>
      );
    case "failed":
      return (
        <Banner kind="danger" title={translate(adminMessages.updateFailedTitle)}>
          <p>{translate(adminMessages.updateFailed)}</p>
        </Banner>
      );
    case "problem":
      return <ProblemPanel problem={state.problem} onRetry={onRetry} />;
    case "idle":
    case "updating":
      break;
  }
  return null;
}
