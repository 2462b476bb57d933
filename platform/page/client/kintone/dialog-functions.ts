import { toParams, toText } from "./arguments.ts";
import { createDialog, showConfirmDialog } from "./dialog.ts";
import type { DialogConfig } from "./dialog.ts";

/** `kintone.createDialog` and its twins for phones, which come up from the lower edge. */
export const dialogFunctions = {
  createDialog: async (config: unknown) => createDialog(readDialog(config)),
  showConfirmDialog: async (config: unknown) =>
    showConfirmDialog({ ...readButtons(config), body: toText(toParams(config)["body"]) }),
  createBottomSheet: async (config: unknown) => createDialog(readDialog(config), "sheet"),
  showConfirmBottomSheet: async (config: unknown) =>
    showConfirmDialog({ ...readButtons(config), body: toText(toParams(config)["body"]) }, "sheet"),
};

function readDialog(config: unknown): DialogConfig {
  const { body } = toParams(config);
  return { ...readButtons(config), ...(body instanceof Element ? { body } : {}) };
}

function readButtons(config: unknown): Omit<DialogConfig, "body"> {
  const given = toParams(config);
  const { beforeClose } = given;
  return {
    title: toText(given["title"]),
    showOkButton: given["showOkButton"] !== false,
    showCancelButton: given["showCancelButton"] === true,
    showCloseButton: given["showCloseButton"] === true,
    ...(typeof given["okButtonText"] === "string" ? { okButtonText: given["okButtonText"] } : {}),
    ...(typeof given["cancelButtonText"] === "string" ? { cancelButtonText: given["cancelButtonText"] } : {}),
    ...(typeof beforeClose === "function"
      ? { beforeClose: (action): unknown => Reflect.apply(beforeClose, undefined, [action]) }
      : {}),
  };
}
