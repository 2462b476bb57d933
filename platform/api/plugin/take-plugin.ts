import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { isPluginFault } from "../../plugin/read-zip.ts";
import { verifyPlugin, type VerifiedPlugin } from "../../plugin/verify-plugin.ts";
import type { OperationContext } from "../operation.ts";
import { readText } from "../params.ts";

/**
 * The verified package behind `fileKey`. kintone's codes for broken packages are not known: each kind is CB_VA01 with its own sentence
 * under `errors.fileKey`. The upload is used up only when the call succeeds.
 */
export function takePlugin(context: OperationContext): VerifiedPlugin {
  const fileKey = readText(context.params, "fileKey");
  const file = context.store.files.take(fileKey, context.now);
  if (file === null) {
    throw new PlatformError("GAIA_BL01", { id: fileKey });
  }
  const plugin = verifyPlugin(file.bytes);
  if (isPluginFault(plugin)) {
    throw invalidParameter("fileKey", plugin.message, plugin.params);
  }
  return plugin;
}
