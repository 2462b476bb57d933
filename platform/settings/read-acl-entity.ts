import { fieldEntityTypes } from "../permission/field-entities.ts";
import type { AclEntity } from "../store/acl-settings.ts";
import type { StoredField } from "../store/app-settings.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import { findField } from "./find-field.ts";
import type { PrincipalExists } from "./read-process-entities.ts";
import { readFlag, readObject, readText, readWord } from "./read-value.ts";
import { settingsText } from "./text.ts";

const refusalOf = { USER: "GAIA_IL26", GROUP: "GAIA_IL27", ORGANIZATION: "GAIA_IL28" } as const;

export type AclSource = {
  readonly fields: readonly StoredField[];
  readonly principalExists: PrincipalExists;
};

type AnyType = keyof typeof refusalOf | "CREATOR" | "FIELD_ENTITY";

/** `entity` and `includeSubs` of one line of permissions; the person, group, organization or field must exist. */
export function readAclEntity<const T extends AnyType>(
  place: Place,
  sent: Readonly<Record<string, unknown>>,
  { types, source }: { readonly types: readonly T[]; readonly source: AclSource },
): { readonly entity: AclEntity<T>; readonly includeSubs: boolean } | null {
  const here = placeOf(place, "entity");
  const entity = readObject(here, sent["entity"]);
  const includeSubs = readFlag(placeOf(place, "includeSubs"), sent["includeSubs"], false);
  const [first] = types;
  if (entity === null || first === undefined) {
    addFault(here, settingsText.required);
    return null;
  }
  const before = here.faults.length;
  if (entity["type"] === undefined || entity["type"] === null) {
    addFault(placeOf(here, "type"), settingsText.required);
  }
  const type: T = readWord<T>(placeOf(here, "type"), entity["type"], { words: types, initial: first });
  if (type === "CREATOR") {
    return { entity: { type, code: null }, includeSubs: false };
  }
  const code = readText(placeOf(here, "code"), entity["code"], { initial: "", required: true });
  const hasSubs =
    here.faults.length === before && checkEntity(placeOf(here, "code"), { type, code }, source) === "organization";
  // The reference answers `true` only for organizations and for fields that hold them.
  return { entity: { type, code }, includeSubs: includeSubs && hasSubs };
}

function checkEntity(
  place: Place,
  { type, code }: { readonly type: AnyType; readonly code: string },
  { fields, principalExists }: AclSource,
): "organization" | "other" {
  switch (type) {
    case "USER":
    case "GROUP":
    case "ORGANIZATION":
      if (!principalExists(type, code)) {
        addRefusal(place, refusalOf[type], { code });
      }
      return type === "ORGANIZATION" ? "organization" : "other";
    case "FIELD_ENTITY": {
      const field = findField(fields, code);
      if (field === undefined) {
        addRefusal(place, "GAIA_FC01", { code });
      } else if (!fieldEntityTypes.has(field.type)) {
        addFault(place, settingsText.wrongFieldForUse);
      }
      return field?.type === "ORGANIZATION_SELECT" ? "organization" : "other";
    }
    case "CREATOR":
    default:
      return "other";
  }
}
