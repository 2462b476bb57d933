import type { StoredApp } from "../../store/app-store.ts";
import type { Store } from "../../store/store.ts";

/** An app as `GET app.json` and `GET apps.json` answer it. App codes do not exist here. */
export function toApp(store: Store, app: StoredApp): Readonly<Record<string, unknown>> {
  const place = store.spaces.placeOf(app.id);
  return {
    appId: String(app.id),
    code: "",
    name: app.live?.general.name ?? app.preview.general.name,
    description: app.live?.general.description ?? "",
    spaceId: place && String(place.spaceId),
    threadId: place && String(place.threadId),
    createdAt: app.createdAt,
    creator: toPerson(store, app.creator),
    modifiedAt: app.modifiedAt,
    modifier: toPerson(store, app.modifier),
  };
}

/** A person as answers name one. */
export function toPerson(store: Store, code: string): { readonly code: string; readonly name: string } {
  return { code, name: store.users.find(code)?.name ?? code };
}
