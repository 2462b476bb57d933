import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { adminMessages } from "../messages/admin-messages.ts";
import { ScrollRegion } from "../shell/scroll-region.tsx";
import { translate } from "../shell/translate.ts";
import { toPluginState } from "./plugin-state.ts";

/** The plugins of an app with the way to their settings pages. */
export function PluginTable({
  app,
  busy,
  onToggle,
  onRemove,
}: {
  readonly app: BootstrapApp;
  readonly busy: boolean;
  readonly onToggle: (plugin: BootstrapApp["plugins"][number]) => void;
  readonly onRemove: (plugin: BootstrapApp["plugins"][number]) => void;
}): ReactElement {
  if (app.plugins.length === 0) {
    return (
      <div className="kp-card kp-empty-state">
        <h2>{translate(adminMessages.emptyTitle)}</h2>
        <p>{translate(adminMessages.empty)}</p>
      </div>
    );
  }
  return (
    <ScrollRegion className="kp-card" label={translate(adminMessages.title)}>
      <table className="kp-table">
        <thead>
          <tr>
            <th scope="col">{translate(adminMessages.name)}</th>
            <th scope="col">{translate(adminMessages.version)}</th>
            <th scope="col">{translate(adminMessages.state)}</th>
            <th scope="col">
              <span className="kp-visually-hidden">{translate(adminMessages.configure)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {app.plugins.map((plugin) => (
            <tr key={plugin.id}>
              <td>
                <strong>{plugin.name}</strong>
              </td>
              <td>{plugin.version}</td>
              <td>
                <span className="kp-tag">
                  {translate(adminMessages[toPluginState(plugin, app.pluginConfigs[plugin.id])])}
                </span>
              </td>
              <td className="kp-admin-act">
                <div className="kp-plugin-acts">
                  {plugin.hasConfigPage ? (
                    <a
                      className="kp-button"
                      href={`/k/admin/app/${app.id}/plugin/config?${new URLSearchParams({ pluginId: plugin.id }).toString()}`}
                      aria-label={translate(adminMessages.configureOf, { name: plugin.name })}
                    >
                      {translate(adminMessages.configure)}
                    </a>
                  ) : (
                    <span className="kp-muted">{translate(adminMessages.noConfigPage)}</span>
                  )}
                  <button
                    type="button"
                    className="kp-button"
                    disabled={busy}
                    aria-label={translate(plugin.enabled ? adminMessages.disableOf : adminMessages.enableOf, {
                      name: plugin.name,
                    })}
                    onClick={() => onToggle(plugin)}
                  >
                    {translate(plugin.enabled ? adminMessages.disable : adminMessages.enable)}
                  </button>
                  <button
                    type="button"
                    className="kp-button kp-button-danger"
                    disabled={busy}
                    aria-label={translate(adminMessages.removeOf, { name: plugin.name })}
                    onClick={() => onRemove(plugin)}
                  >
                    {translate(adminMessages.remove)}
                  </button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
