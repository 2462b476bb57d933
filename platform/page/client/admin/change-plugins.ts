import { showConfirmDialog } from "../kintone/dialog.ts";
import { adminMessages } from "../messages/admin-messages.ts";
import { callRest } from "../rest.ts";
import { translate } from "../shell/translate.ts";

/** Lets a plugin run in an app or not, from the next update of the app on. */
export async function togglePlugin(app: number, id: string, enabled: boolean): Promise<void> {
  await callRest("PUT", "/k/platform/app-plugin", { app, id, enabled });
}

/** Takes a plugin out of an app together with its settings there, once the reader has agreed. */
export async function removePlugin(app: number, plugin: { readonly id: string; readonly name: string }): Promise<void> {
  const answer = await showConfirmDialog({
    title: translate(adminMessages.removeTitle),
    body: translate(adminMessages.removeBody, { name: plugin.name }),
    okButtonText: translate(adminMessages.remove),
    showCancelButton: true,
    cancelButtonText: translate(adminMessages.cancel),
  });
  if (answer === "OK") {
    await callRest("DELETE", "/k/platform/app-plugin", { app, id: plugin.id });
  }
}

/** Adds an installed plugin to an app. */
export async function addPlugin(app: number, id: string): Promise<void> {
  await callRest("POST", "/k/v1/preview/app/plugins", { app, ids: [id] });
}
