import type { Space } from "../../store/space-store.ts";
import { isVisibleApp } from "../../permission/app-rights.ts";
import { loadAppRights } from "../../permission/load-access.ts";
import type { Store } from "../../store/store.ts";
import type { User } from "../../store/user-store.ts";
import { toPerson } from "../app/to-app.ts";
import { listMembers } from "./find-space.ts";

/** A space as `GET space.json` answers it to someone; apps that are not there for them are left out. Cover pictures cannot be chosen here: the first of the built-in ones. */
export function toSpace(store: Store, space: Space, reader: User): Readonly<Record<string, unknown>> {
  // The widgets belong to the portal of a space with several threads; without one they are null (official description).
  const widget = (shown: boolean): boolean | null => (space.useMultiThread ? shown : null);
  return {
    id: String(space.id),
    name: space.name,
    defaultThread: String(space.defaultThread),
    isPrivate: space.isPrivate,
    creator: toPerson(store, space.creator),
    modifier: toPerson(store, space.modifier),
    memberCount: String(listMembers(store, space).length),
    coverType: "PRESET",
    coverKey: "BLUE",
    coverUrl: "",
    body: space.useMultiThread && space.body !== "" ? space.body : null,
    useMultiThread: space.useMultiThread,
    isGuest: space.isGuest,
    fixedMember: space.fixedMember,
    attachedApps: store.spaces.appsIn(space.id).flatMap(({ appId, threadId }) => {
      const app = store.apps.find(appId);
      if (!app?.live || !isVisibleApp(loadAppRights(store, app, reader))) {
        return [];
      }
      return [
        {
          threadId: String(threadId),
          appId: String(app.id),
          code: "",
          name: app.live.general.name,
          description: app.live.general.description,
          createdAt: app.createdAt,
          creator: toPerson(store, app.creator),
          modifiedAt: app.modifiedAt,
          modifier: toPerson(store, app.modifier),
        },
      ];
    }),
    showAnnouncement: widget(space.showAnnouncement),
    showThreadList: widget(space.showThreadList),
    showAppList: widget(space.showAppList),
    showMemberList: widget(space.showMemberList),
    showRelatedLinkList: widget(space.showRelatedLinkList),
    permissions: { createApp: space.createApp },
  };
}
