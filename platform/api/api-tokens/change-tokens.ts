import { createPlace, placeOf } from "../../settings/fault.ts";
import { readFlag, readText } from "../../settings/read-value.ts";
import { type ApiToken, type TokenRights, tokenRightNames } from "../../store/api-token-store.ts";
import { writeSettings } from "../app-access.ts";
import type { OperationContext } from "../operation.ts";
import type { Params } from "../params.ts";
import { refuseFaults } from "../refuse-faults.ts";

/** A new token may view records (official documentation: the box that is checked at first). */
export const initialRights: TokenRights = {
  recordViewable: true,
  recordAddable: false,
  recordEditable: false,
  recordDeletable: false,
  appEditable: false,
};

/** Prepares another list of tokens for an app, as one settings write: it counts the revision up and waits for a deploy. */
export function changeTokens(
  context: OperationContext,
  edit: (tokens: readonly ApiToken[]) => readonly ApiToken[],
): { readonly revision: string } {
  const { apiTokens } = context.store;
  const { revision } = writeSettings(context, ({ id, preview }) => {
    apiTokens.savePreview(id, edit(apiTokens.list(id, "preview")));
    return preview;
  });
  return { revision };
}

/** The rights and the note that a call sends; what it leaves out stays as it was. */
export function readTokenInput(params: Params, before: Omit<ApiToken, "token">): Omit<ApiToken, "token"> {
  const place = createPlace();
  const note = readText(placeOf(place, "note"), params["note"] ?? before.note, { initial: "", max: 256 });
  const rights = Object.fromEntries(
    tokenRightNames.map((name) => [name, readFlag(placeOf(place, name), params[name], before.rights[name])]),
  );
  refuseFaults(place);
  return { note, rights: { ...before.rights, ...rights } };
}
