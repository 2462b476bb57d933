import { PlatformError } from "../../platform-error.ts";
import { createPlace, placeOf } from "../../settings/fault.ts";
import { readFlag, readText, readWord } from "../../settings/read-value.ts";
import type { Operation } from "../operation.ts";
import { refuseFaults } from "../refuse-faults.ts";
import { findManagedSpace, findVisibleSpace } from "./find-space.ts";
import { toSpace } from "./to-space.ts";

const path = "/k/v1/space.json";

/** `GET space.json`. */
export const getSpace: Operation = {
  method: "GET",
  path,
  reach: "live",
  right: "user",
  run: (context) => toSpace(context.store, findVisibleSpace(context, "id"), context.caller),
};

const flags = [
  "isPrivate",
  "fixedMember",
  "useMultiThread",
  "showAnnouncement",
  "showThreadList",
  "showAppList",
  "showMemberList",
  "showRelatedLinkList",
] as const;

/** `PUT space.json` (space administrators); what is not sent stays. */
export const putSpace: Operation = {
  method: "PUT",
  path,
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store, caller, now } = context;
    const space = findManagedSpace(context, "id");
    const place = createPlace();
    const permissions = params["permissions"];
    const createApp =
      typeof permissions === "object" && permissions !== null && "createApp" in permissions
        ? permissions.createApp
        : undefined;
    const changed = {
      ...space,
      name: readText(placeOf(place, "name"), params["name"] ?? space.name, { initial: "", required: true, max: 128 }),
      ...Object.fromEntries(flags.map((key) => [key, readFlag(placeOf(place, key), params[key], space[key])])),
      createApp: readWord(placeOf(place, "permissions.createApp"), createApp, {
        words: ["EVERYONE", "ADMIN"],
        initial: space.createApp,
      }),
      modifier: caller.code,
      modifiedAt: now.toISOString(),
    };
    refuseFaults(place);
    // A guest space is always private, and threads cannot be put together again (help).
    store.spaces.save({
      ...changed,
      isPrivate: changed.isPrivate || space.isGuest,
      useMultiThread: changed.useMultiThread || space.useMultiThread,
    });
    return {};
  },
};

/** `DELETE space.json` (space administrators). kintone deletes the apps in it too; here they have to be moved out first. */
export const deleteSpace: Operation = {
  method: "DELETE",
  path,
  reach: "live",
  right: "user",
  run: (context) => {
    const space = findManagedSpace(context, "id");
    if (context.store.spaces.appsIn(space.id).length > 0) {
      throw new PlatformError("PLATFORM_SPACE_HAS_APPS");
    }
    context.store.spaces.remove(space.id);
    return {};
  },
};

/** `PUT space/body.json` (space administrators). */
export const putSpaceBody: Operation = {
  method: "PUT",
  path: "/k/v1/space/body.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const space = findManagedSpace(context, "id");
    const place = createPlace();
    const body = readText(placeOf(place, "body"), context.params["body"], {
      initial: "",
      required: context.params["body"] !== "",
      max: 65_535,
    });
    refuseFaults(place);
    const { caller, now, store } = context;
    store.spaces.save({ ...space, body, modifier: caller.code, modifiedAt: now.toISOString() });
    return {};
  },
};
