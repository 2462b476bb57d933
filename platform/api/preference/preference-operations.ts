import { inputMessages } from "../../messages.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { isAccount } from "../../store/api-user.ts";
import {
  mailConditions,
  mailFormats,
  readPreference,
  timeFormats,
  type UserPreference,
} from "../../store/user-preference.ts";
import type { User } from "../../store/user-store.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { readBoolean, readOptionalText, toParams, type Params } from "../params.ts";

const path = "/k/platform/preference.json";

/** `GET /k/platform/preference.json`: code? → the person's own settings. Ours: kintone has a page for them and no public API. */
export const getPreference: Operation = {
  method: "GET",
  path,
  reach: "live",
  right: "user",
  run: (context) => ownerOf(context).preference,
};

/** `PUT /k/platform/preference.json`: code?, and of the settings those that change → all of them. Others' are for administrators. */
export const putPreference: Operation = {
  method: "PUT",
  path,
  reach: "live",
  right: "user",
  run: (context) => {
    const owner = ownerOf(context);
    const preference = changePreference(owner.preference, context.params);
    context.store.users.update(owner.code, { preference }, context.now);
    return preference;
  },
};

function ownerOf({ params, caller, store }: OperationContext): User {
  const code = readOptionalText(params, "code") ?? caller.code;
  const owner = store.users.find(code);
  if (code !== caller.code && !caller.isAdmin) {
    throw new PlatformError("CB_NO02");
  }
  if (owner === null || !(isAccount(owner) || owner.isGuest)) {
    throw new PlatformError("GAIA_IL26", { code });
  }
  return owner;
}

/** The settings with what was sent over them; a word that kintone does not have is refused. */
export function changePreference(before: UserPreference, sent: Params): UserPreference {
  const desktop = toParams(sent["desktopNotifications"] ?? {});
  const mail = toParams(sent["emailNotifications"] ?? {});
  const { desktopNotifications, emailNotifications } = before;
  return readPreference({
    timeFormat: readWord(sent, { name: "timeFormat", path: "timeFormat" }, timeFormats) ?? before.timeFormat,
    desktopNotifications: { enabled: readSwitch(desktop, desktopNotifications.enabled) },
    emailNotifications: {
      enabled: readSwitch(mail, emailNotifications.enabled),
      condition:
        readWord(mail, { name: "condition", path: "emailNotifications.condition" }, mailConditions) ??
        emailNotifications.condition,
      format:
        readWord(mail, { name: "format", path: "emailNotifications.format" }, mailFormats) ?? emailNotifications.format,
    },
  });
}

function readSwitch(sent: Params, before: boolean): boolean {
  return sent["enabled"] === undefined ? before : readBoolean(sent, "enabled");
}

function readWord<T extends string>(
  sent: Params,
  place: { readonly name: string; readonly path: string },
  known: readonly T[],
): T | null {
  const word = readOptionalText(sent, place.name, place.path);
  const found = known.find((item) => item === word);
  if (word !== null && found === undefined) {
    throw invalidParameter(place.path, inputMessages.wrongKind);
  }
  return found ?? null;
}
