import { PlatformError } from "../../platform-error.ts";
import { type AclSettings, readAcl } from "../../store/acl-settings.ts";
import type { StoredApp } from "../../store/app-store.ts";
import { placeOf, type Place } from "../../settings/fault.ts";
import type { AclSource } from "../../settings/read-acl-entity.ts";
import { findApp, writeSettings } from "../app-access.ts";
import { checkLang } from "../check-lang.ts";
import { requireManager } from "../check-right.ts";
import { startDeploy } from "../deploy/start-deploy.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { readId } from "../params.ts";
import { principalExists } from "../principal-exists.ts";

/** One of the three kinds of permissions. */
export type AclKind<K extends keyof AclSettings> = {
  readonly kind: K;
  readonly path: string;
  readonly parse: (
    place: Place,
    raw: unknown,
    app: { readonly context: OperationContext; readonly stored: StoredApp; readonly source: AclSource },
  ) => AclSettings[K];
};

/**
 * `GET` and `PUT` of one kind of permissions. The PUT below `/preview` prepares it like any setting; the PUT on the live path also
 * deploys all that is prepared (the reference says so). Both need the right to manage the app.
 */
export function createAclOperations<K extends keyof AclSettings>({
  kind,
  path,
  parse,
}: AclKind<K>): readonly Operation[] {
  return [
    {
      method: "GET",
      path,
      reach: "both",
      right: "user",
      run: (context) => {
        checkLang(context.params);
        const app = findManaged(context, kind);
        const settings = context.preview ? app.preview : (app.live ?? app.preview);
        const revision = String(context.preview ? app.revision : app.liveRevision);
        return { rights: readAcl(settings)[kind], revision };
      },
    },
    {
      method: "PUT",
      path,
      reach: "both",
      right: "user",
      run: (context) => {
        const { id } = findManaged(context, kind);
        const call = { ...context, params: { ...context.params, app: id } };
        const { revision } = writeSettings(call, (stored, place) => {
          const source: AclSource = {
            fields: stored.preview.fields,
            principalExists: (type, code) => principalExists(context.store, type, code),
          };
          const changed = parse(placeOf(place, "rights"), context.params["rights"], { context, stored, source });
          return { ...stored.preview, acl: { ...readAcl(stored.preview), [kind]: changed } };
        });
        if (!context.preview) {
          startDeploy(context, [findApp(context, id)], { revert: false });
        }
        return { revision };
      },
    },
  ];
}

/** The app of the call. The permissions of records and fields may name it by `id`, which then counts (reference). */
function findManaged(context: OperationContext, kind: keyof AclSettings): StoredApp {
  const { id } = context.params;
  const byId = kind !== "app" && id !== undefined && id !== null;
  const app = findApp(context, readId(context.params, byId ? "id" : "app"));
  requireManager(context, app);
  if (!context.preview && app.live === null) {
    throw new PlatformError("GAIA_AP01", { id: app.id });
  }
  return app;
}
