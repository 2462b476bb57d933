import { PlatformError } from "../../platform-error.ts";
import { createPlace, placeOf } from "../../settings/fault.ts";
import { readFlag, readText } from "../../settings/read-value.ts";
import type { Operation } from "../operation.ts";
import { readId } from "../params.ts";
import { refuseFaults } from "../refuse-faults.ts";
import { readMembers } from "./read-members.ts";

/** Templates are made on pages that are not here; this one is always there and is an empty space with several threads. */
const emptyTemplate = 1;

/** `POST template/space.json`: the way by which a space comes to be → {id}. */
export const postTemplateSpace: Operation = {
  method: "POST",
  path: "/k/v1/template/space.json",
  reach: "live",
  right: "user",
  run: ({ params, store, caller, now }) => {
    const template = readId(params, "id");
    const place = createPlace();
    const name = readText(placeOf(place, "name"), params["name"], { initial: "", required: true, max: 128 });
    const members = readMembers(placeOf(place, "members"), params["members"], store);
    const isGuest = readFlag(placeOf(place, "isGuest"), params["isGuest"], false);
    const isPrivate = readFlag(placeOf(place, "isPrivate"), params["isPrivate"], false);
    const fixedMember = readFlag(placeOf(place, "fixedMember"), params["fixedMember"], false);
    refuseFaults(place);
    if (template !== emptyTemplate) {
      throw new PlatformError("PLATFORM_NO_TEMPLATE", { id: template });
    }
    const at = now.toISOString();
    const space = store.spaces.add({
      name,
      isPrivate: isPrivate || isGuest,
      isGuest,
      fixedMember,
      useMultiThread: true,
      showAnnouncement: true,
      showThreadList: true,
      showAppList: true,
      showMemberList: true,
      showRelatedLinkList: true,
      createApp: "EVERYONE",
      body: "",
      members,
      creator: caller.code,
      createdAt: at,
      modifier: caller.code,
      modifiedAt: at,
    });
    return { id: String(space.id) };
  },
};
