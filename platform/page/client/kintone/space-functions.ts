import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { callRest } from "../rest.ts";
import { toParams, toText } from "./arguments.ts";
import { isMobile, pageState } from "./page-state.ts";
import { refuse } from "./refuse.ts";

/** `kintone.portal.*` and `kintone.space.portal.*`: the places at the top of those pages, on one side only. */
export function createContentSpace(side: "desktop" | "mobile", place: "portalContentSpace" | "spaceContentSpace") {
  return {
    getContentSpaceElement: (): HTMLElement | null =>
      isMobile() === (side === "mobile") ? (pageState.elements.get(place) ?? null) : null,
  };
}

/** `kintone.space.*`: the space whose page this is, or in which the app of this page stands. */
export const spaceFunctions = {
  get: async (): Promise<{ id: string; name: string; isGuest: boolean }> => {
    const { id, name, isGuest } = await loadSpace("kintone.space.get");
    return { id: toText(id), name: toText(name), isGuest: isGuest === true };
  },
  getPermissions: async (): Promise<{ administration: boolean }> => {
    const { id } = await loadSpace("kintone.space.getPermissions");
    const { members } = toParams(await callRest("GET", "/k/v1/space/members", { id }));
    const own = pageState.bootstrap?.loginUser.code;
    const isAdmin = (Array.isArray(members) ? members : []).some((member) => {
      const { entity, isAdmin: administers } = toParams(member);
      const { type, code } = toParams(entity);
      return type === "USER" && code === own && administers === true;
    });
    return { administration: isAdmin || pageState.bootstrap?.isAdmin === true };
  },
};

async function loadSpace(name: string): Promise<Record<string, unknown>> {
  const id = pageState.spaceId ?? (await loadSpaceOfApp());
  if (id === null) {
    throw refuse(name, kintoneMessages.noSpace);
  }
  return toParams(await callRest("GET", "/k/v1/space", { id }));
}

async function loadSpaceOfApp(): Promise<string | null> {
  const app = pageState.bootstrap?.app;
  if (app === null || app === undefined) {
    return null;
  }
  const { spaceId } = toParams(await callRest("GET", "/k/v1/app", { id: app.id }));
  return typeof spaceId === "string" ? spaceId : null;
}
