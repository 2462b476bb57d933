import { inputMessages } from "../../messages.ts";
import { notifyCommented } from "../../notification/notify.ts";
import { knowsPerson } from "../../permission/knows-person.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import type { Mention } from "../../store/comment-store.ts";
import type { Store } from "../../store/store.ts";
import type { User } from "../../store/user-store.ts";
import type { Operation } from "../operation.ts";
import { readList, readText, toParams } from "../params.ts";
import type { Params } from "../params.ts";
import { commentScopeOf } from "./comment-scope.ts";

const longestText = 65_535;
const mostMentions = 10;

/** `POST record/comment.json`: app, record, comment{text, mentions?} → {id}. */
export const postRecordComment: Operation = {
  method: "POST",
  path: "/k/v1/record/comment.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store, caller, now } = context;
    const { scope, record, key } = commentScopeOf(context);
    if (params["comment"] === undefined || params["comment"] === null) {
      throw invalidParameter("comment", inputMessages.parameterRequired);
    }
    const sent = toParams(params["comment"]);
    const text = readText(sent, "text", "comment.text");
    if (text.length > longestText) {
      throw invalidParameter("comment.text", inputMessages.tooLong, { limit: longestText + 1 });
    }
    const mentions = readMentions(store, sent, { caller, app: scope.app.id });
    const names = mentions.map((mention) => `${nameOf(store, mention) ?? mention.code} `).join("");
    const earlier = store.comments.authors(key);
    const comment = store.comments.add({
      ...key,
      // Measured: the names come first and the stored text ends with a space (fact sheet §5.1).
      text: `${names}${text} `,
      mentions,
      creator: caller.code,
      createdAt: `${now.toISOString().slice(0, 19)}Z`,
    });
    notifyCommented(scope, record, { comment, earlier });
    return { id: String(comment.id) };
  },
};

function readMentions(
  store: Store,
  sent: Params,
  place: { readonly caller: User; readonly app: number },
): readonly Mention[] {
  const list = readList(sent, "mentions").map(toParams);
  if (list.length > mostMentions) {
    throw invalidParameter("comment.mentions", inputMessages.tooManyMentions, { limit: mostMentions });
  }
  return list.map((item, index) => {
    const path = `comment.mentions[${index}]`;
    const type = readText(item, "type", `${path}.type`);
    if (type !== "USER" && type !== "GROUP" && type !== "ORGANIZATION") {
      throw invalidParameter(`${path}.type`, inputMessages.enumeration);
    }
    const mention: Mention = { code: readText(item, "code", `${path}.code`), type };
    if (!knowsPerson(store, place, { kind: kinds[type], code: mention.code })) {
      // Assumed: the refusals that other calls give for people who are not there.
      throw new PlatformError(refusals[type], { code: mention.code });
    }
    return mention;
  });
}

const kinds = { USER: "user", GROUP: "group", ORGANIZATION: "organization" } as const;
const refusals = { USER: "GAIA_IL26", GROUP: "GAIA_IL27", ORGANIZATION: "GAIA_IL28" } as const;

function nameOf(store: Store, { type, code }: Mention): string | null {
  const stores = { USER: store.users, GROUP: store.groups, ORGANIZATION: store.organizations };
  return stores[type].find(code)?.name ?? null;
}
