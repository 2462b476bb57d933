import type { ProcessEntity, StoredField } from "../store/app-settings.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import { findField } from "./find-field.ts";
import { readFlag, readList, readObject, readText, readWord } from "./read-value.ts";
import { settingsText } from "./text.ts";

export type PrincipalType = "USER" | "GROUP" | "ORGANIZATION";
export type PrincipalExists = (type: PrincipalType, code: string) => boolean;

/** CREATOR is in the reference's list and is refused by a real tenant (measured). */
export const assigneeTypes = ["USER", "GROUP", "ORGANIZATION", "FIELD_ENTITY", "CUSTOM_FIELD"] as const;
export const executableTypes = ["USER", "GROUP", "ORGANIZATION", "FIELD_ENTITY"] as const;

type EntityType = (typeof assigneeTypes)[number];

const fieldEntityTypes = new Set(["CREATOR", "MODIFIER", "USER_SELECT", "ORGANIZATION_SELECT", "GROUP_SELECT"]);
const refusalOf = { USER: "GAIA_IL26", GROUP: "GAIA_IL27", ORGANIZATION: "GAIA_IL28" } as const;

export type EntityRule = {
  readonly types: readonly EntityType[];
  readonly fields: readonly StoredField[];
  readonly principalExists: PrincipalExists;
};

/** `entities` of an assignee or of the users of a SECONDARY action: the people, groups and fields must exist. */
export function readProcessEntities(place: Place, raw: unknown, rule: EntityRule): readonly ProcessEntity[] {
  const list = readList(place, raw, 100);
  if (list === null) {
    addFault(place, settingsText.required);
    return [];
  }
  return list.flatMap((item, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, item);
    const entityPlace = placeOf(here, "entity");
    const entity = sent && readObject(entityPlace, sent["entity"]);
    if (sent === null || entity === null) {
      addFault(entityPlace, settingsText.required);
      return [];
    }
    const before = entityPlace.faults.length;
    if (entity["type"] === undefined) {
      addFault(placeOf(entityPlace, "type"), settingsText.required);
    }
    const type = readWord(placeOf(entityPlace, "type"), entity["type"], { words: rule.types, initial: "USER" });
    const code = readText(placeOf(entityPlace, "code"), entity["code"], { initial: "", required: true });
    if (entityPlace.faults.length === before) {
      checkEntity(placeOf(entityPlace, "code"), { type, code }, rule);
    }
    const includeSubs = readFlag(placeOf(here, "includeSubs"), sent["includeSubs"], false);
    return [{ entity: { type, code }, includeSubs }];
  });
}

function checkEntity(
  place: Place,
  { type, code }: { readonly type: EntityType; readonly code: string },
  rule: EntityRule,
): void {
  switch (type) {
    case "USER":
    case "GROUP":
    case "ORGANIZATION":
      if (!rule.principalExists(type, code)) {
        addRefusal(place, refusalOf[type], { code });
      }
      return;
    case "FIELD_ENTITY": {
      const field = findField(rule.fields, code);
      if (field === undefined) {
        addRefusal(place, "GAIA_FC01", { code });
      } else if (!fieldEntityTypes.has(field.type)) {
        addFault(place, settingsText.wrongFieldForUse);
      }
      return;
    }
    case "CUSTOM_FIELD":
      // This platform has no custom profile fields.
      addFault(place, settingsText.notFound);
  }
}
