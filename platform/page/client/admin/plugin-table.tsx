import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { adminMessages } from "../messages/admin-messages.ts";
import { ScrollRegion } from "../shell/scroll-region.tsx";
import { translate } from "../shell/translate.ts";
import { toPluginState } from "./plugin-state.ts";

/** The plugins of an app with the way to their settings pages. */
export function PluginTable({ app }: { readonly app: BootstrapApp }): ReactElement {
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
