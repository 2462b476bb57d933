/** Whom a line of permissions is about. */
export type AclEntity<T extends string> = { readonly type: T; readonly code: string | null };

type PrincipalEntityType = "USER" | "GROUP" | "ORGANIZATION";

/** What one may do in an app as a whole; names as `GET app/acl.json` has them. */
export type AppRights = {
  readonly appEditable: boolean;
  readonly recordViewable: boolean;
  readonly recordAddable: boolean;
  readonly recordEditable: boolean;
  readonly recordDeletable: boolean;
  readonly recordImportable: boolean;
  readonly recordExportable: boolean;
};

/** One line of `GET app/acl.json`; CREATOR is the creator of the app and has no code. */
export type AppAclLine = AppRights & {
  readonly entity: AclEntity<PrincipalEntityType | "CREATOR">;
  readonly includeSubs: boolean;
};

export type RecordRights = {
  readonly viewable: boolean;
  readonly editable: boolean;
  readonly deletable: boolean;
};

/** FIELD_ENTITY: the users, groups or organizations that the record's own field names. */
export type RecordAclLine = RecordRights & {
  readonly entity: AclEntity<PrincipalEntityType | "FIELD_ENTITY">;
  readonly includeSubs: boolean;
};

/** One entry of `GET record/acl.json`; `filterCond` "" is all records. */
export type RecordAclRule = { readonly filterCond: string; readonly entities: readonly RecordAclLine[] };

/** READ: view only. WRITE: view and edit. */
export type FieldLevel = "NONE" | "READ" | "WRITE";

export type FieldAclLine = {
  readonly accessibility: FieldLevel;
  readonly entity: AclEntity<PrincipalEntityType | "FIELD_ENTITY">;
  readonly includeSubs: boolean;
};

/** One entry of `GET field/acl.json`. */
export type FieldAclRule = { readonly code: string; readonly entities: readonly FieldAclLine[] };

/** The permissions of an app, each list in the order of priority. */
export type AclSettings = {
  readonly app: readonly AppAclLine[];
  readonly record: readonly RecordAclRule[];
  readonly field: readonly FieldAclRule[];
};

const creatorRights = {
  appEditable: true,
  recordViewable: true,
  recordAddable: true,
  recordEditable: true,
  recordDeletable: true,
  recordImportable: true,
  recordExportable: true,
} as const satisfies AppRights;

/**
 * What a new app starts with: its creator may do everything; everyone may view, add, edit and delete records, but not manage the
 * app nor import or export files (help page app_rights_example, 「アプリを作成した時点では…」). An app that was stored before there
 * were permissions has the same.
 */
const initialAcl: AclSettings = {
  app: [
    { entity: { type: "CREATOR", code: null }, includeSubs: false, ...creatorRights },
    {
      entity: { type: "GROUP", code: "everyone" },
      includeSubs: false,
      ...creatorRights,
      appEditable: false,
      recordImportable: false,
      recordExportable: false,
    },
  ],
  record: [],
  field: [],
};

/** The permissions in one copy of an app's settings. */
export function readAcl(settings: { readonly acl?: AclSettings }): AclSettings {
  return settings.acl ?? initialAcl;
}
