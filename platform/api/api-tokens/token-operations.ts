import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { textTooMany } from "../../settings/text.ts";
import { type ApiToken, tokenLimit } from "../../store/api-token-store.ts";
import { findApp } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { readId, readText } from "../params.ts";
import { changeTokens, initialRights, readTokenInput } from "./change-tokens.ts";
import { generateToken } from "./generate-token.ts";

// kintone has no REST API for tokens: these four are this platform's own, so that tests and tools need no page.
const own = { path: "/k/platform/api-tokens.json", reach: "live", right: "manage" } as const;

/** `GET api-tokens.json`: app → {tokens: [{token, note, recordViewable, …, live}], revision}; `live`: it may be used as it stands here. */
const getApiTokens: Operation = {
  ...own,
  method: "GET",
  run: (context) => {
    const app = findApp(context, readId(context.params, "app"));
    const { apiTokens } = context.store;
    const live = new Map(apiTokens.list(app.id, "live").map(({ token, rights }) => [token, JSON.stringify(rights)]));
    const tokens = apiTokens.list(app.id, "preview").map(({ token, note, rights }) => ({
      token,
      note,
      ...rights,
      live: live.get(token) === JSON.stringify(rights),
    }));
    return { tokens, revision: String(app.revision) };
  },
};

/** `POST api-tokens.json`: app, note?, rights? (by default only viewing) → {token, revision}. */
export const postApiToken: Operation = {
  ...own,
  method: "POST",
  run: (context) => {
    const token = generateToken();
    const input = readTokenInput(context.params, { note: "", rights: initialRights });
    return { token, ...changeTokens(context, (tokens) => addToken(tokens, { token, ...input })) };
  },
};

/** `PUT api-tokens.json`: app, token, note?, rights? → {revision}. */
export const putApiToken: Operation = {
  ...own,
  method: "PUT",
  run: (context) => {
    const { params } = context;
    const wanted = readText(params, "token");
    return changeTokens(context, (tokens) =>
      replaceToken(tokens, wanted, (before) => [{ ...readTokenInput(params, before), token: wanted }]),
    );
  },
};

/** `DELETE api-tokens.json`: app, token → {revision}; the token works until the next deploy. */
export const deleteApiToken: Operation = {
  ...own,
  method: "DELETE",
  run: (context) => {
    const wanted = readText(context.params, "token");
    return changeTokens(context, (tokens) => replaceToken(tokens, wanted, () => []));
  },
};

export const apiTokenOperations: readonly Operation[] = [getApiTokens, postApiToken, putApiToken, deleteApiToken];

function addToken(tokens: readonly ApiToken[], added: ApiToken): readonly ApiToken[] {
  if (tokens.length >= tokenLimit) {
    throw invalidParameter("app", textTooMany(tokenLimit));
  }
  return [...tokens, added];
}

function replaceToken(
  tokens: readonly ApiToken[],
  wanted: string,
  replace: (before: ApiToken) => readonly ApiToken[],
): readonly ApiToken[] {
  if (!tokens.some(({ token }) => token === wanted)) {
    throw invalidParameter("token", inputMessages.noSuchToken);
  }
  return tokens.flatMap((each) => (each.token === wanted ? replace(each) : [each]));
}
