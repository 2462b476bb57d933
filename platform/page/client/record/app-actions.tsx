import type { ReactElement } from "react";
import type { StoredAction } from "../../../store/action-settings.ts";
import type { BootstrapApp } from "../../bootstrap.ts";
import { useLoaded } from "../field/use-loaded.ts";
import { actionMessages } from "../messages/action-messages.ts";
import { callRest } from "../rest.ts";
import { translate } from "../shell/translate.ts";
import type { FormRecord } from "./form-record.ts";
import { readRecords } from "./lookup.ts";
import { appPath } from "../shell/app-path.ts";

type Props = { readonly app: BootstrapApp; readonly record: FormRecord; readonly mobile: boolean };

const none: readonly StoredAction[] = [];

/** The buttons of the app actions that are there for this record: each opens a new record of another app. */
export function AppActions({ app, record, mobile }: Props): ReactElement | null {
  // Pages of older shells carry no actions.
  const actions = app.settings.actions ?? none;
  const loaded = useLoaded(
    async () => (actions.length === 0 ? none : filterActions(actions, app.id, record)),
    `${record.id ?? ""} ${record.revision ?? ""}`,
  );
  if (loaded.state === "loading") {
    return actions.length === 0 ? null : <span hidden data-kp-awaits="ActionButton" />;
  }
  if (loaded.state !== "loaded" || loaded.value.length === 0) {
    return null;
  }
  return (
    <nav className="kp-app-actions" aria-label={translate(actionMessages.actions)}>
      {loaded.value.map((action) => (
        <a
          key={action.id}
          className="kp-button"
          data-kp-part={`ActionButton:${action.name}`}
          href={addressOf(action, { app: app.id, record, mobile })}
        >
          {action.name}
        </a>
      ))}
    </nav>
  );
}

/** The server judges the conditions with its own query language: is this record among those that it finds? */
export async function filterActions(
  actions: readonly StoredAction[],
  app: number,
  { id }: FormRecord,
): Promise<readonly StoredAction[]> {
  const matching = await Promise.all(
    actions.map(async ({ filterCond }) => {
      if (filterCond === "") {
        return true;
      }
      const query = `(${filterCond}) and $id = ${id ?? 0}`;
      return readRecords(await callRest("GET", "/k/v1/records", { app, query, fields: ["$id"] })).records.length > 0;
    }),
  );
  return actions.filter((_, index) => matching[index] === true);
}

function addressOf(
  { id, destApp }: StoredAction,
  from: { readonly app: number; readonly record: FormRecord; readonly mobile: boolean },
): string {
  const params = { actionId: id, sourceApp: String(from.app), sourceRecord: from.record.id ?? "" };
  return `${appPath(destApp, from.mobile)}edit?${new URLSearchParams(params).toString()}`;
}
