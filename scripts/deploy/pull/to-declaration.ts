import { buildGeneralSettings } from "../../../apps-schema/payload/general-settings.ts";
import { buildLayout } from "../../../apps-schema/payload/layout.ts";
import { buildAppPermissions } from "../../../apps-schema/payload/permissions.ts";
import type { ResolvePrincipals } from "../../../apps-schema/payload/principals.ts";
import { buildProcess } from "../../../apps-schema/payload/process.ts";
import { buildViews } from "../../../apps-schema/payload/views.ts";
import type { Role } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema, LeavableArea } from "../../../apps-schema/schema/app-schema.ts";
import type { AppRight, Permissions } from "../../../apps-schema/schema/permissions.ts";
import type { View } from "../../../apps-schema/schema/view.ts";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import { withoutRelease, withoutStamp, withStamp } from "../app-stamp.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import { addOtherAreas } from "./add-other-areas.ts";
import { isCovered } from "./is-covered.ts";
import type { LeftOut, Names, PulledApp, PulledDeclaration } from "./pulled-app.ts";
import { indexOf, toFields } from "./to-field.ts";
import { readSizes, toLayout } from "./to-layout.ts";
import { findRole, toProcess } from "./to-process.ts";
import { toView } from "./to-view.ts";

const messages = defineMessages({
  noField: {
    ja: "アプリ「{name}」には、宣言にできる文字列・数値・日付などの項目が1つもありません。",
    en: "“{name}” has no field that can be declared.",
  },
});

/**
 * The app in the words of declarations. Each part is built again and held against what is there: what would change by
 * being declared is left out, so planning the declaration against the same app changes nothing.
 */
export function toDeclaration(app: PulledApp, names: Names): PulledDeclaration {
  const leftOut: LeftOut[] = [];
  const leaves: LeavableArea[] = [];
  const fields = toFields(app.properties, { names, sizes: readSizes(app.layout), leftOut });
  const name = textOf(app.settings["name"]);
  const codes = new Set(Object.keys(fields).filter((code) => fields[code]?.type !== "REFERENCE_TABLE"));
  const keyField = findKeyField(app, codes);
  if (keyField === undefined) {
    throw createFailure("invalid", messages.noField, { name });
  }
  const titleCode = textOf(memberOf(app.settings["titleField"], "code"));
  const bare: AppSchema = {
    key: names.key,
    name,
    description: withoutStamp(textOf(app.settings["description"])),
    theme: toTheme(textOf(app.settings["theme"])),
    icon: textOf(memberOf(app.settings["icon"], "key")) || "APP1",
    keyField,
    titleField: codes.has(titleCode) ? titleCode : keyField,
    fields,
    layout: toLayout(app.layout, fields, app.properties),
    views: toViews(app, codes, leftOut),
    permissions: toPermissions(app.rights, names),
    plugins: [],
  };
  const process = app.process["enable"] === true ? toProcess(app.process, names) : null;
  const whole = process === null ? bare : { ...bare, process };
  const resolvePrincipals: ResolvePrincipals = (role) => names.principals[role];

  const settings = { ...buildGeneralSettings(whole), description: withStamp(whole.description, names.key) };
  const present = { ...app.settings, description: withoutRelease(textOf(app.settings["description"])) };
  leaveUnless(isCovered(settings, present), "settings", app.settings);
  leaveUnless(isCovered(buildLayout(whole).layout, app.layout), "layout", app.layout);
  const hasAllViews = leftOut.every(({ path }) => !path.startsWith("views."));
  leaveUnless(hasAllViews && isCovered(buildViews(whole).views, app.views), "views", app.views);
  leaveUnless(isCovered(buildAppPermissions(whole, resolvePrincipals), app.rights), "permissions", app.rights);
  const isProcessSame = process === null || isCovered(buildProcess(whole, resolvePrincipals), app.process);
  if (app.process["enable"] === true && (process === null || !isProcessSame)) {
    leftOut.push({ path: "process", value: app.process });
  }
  const plain = isProcessSame ? whole : bare;
  const schema = addOtherAreas(leaves.length === 0 ? plain : { ...plain, leaves }, app, {
    names,
    codes: new Set([...codes].filter((code) => fields[code]?.type !== "SUBTABLE")),
    leftOut,
  });
  listUndeclarable(app).forEach((each) => leftOut.push(each));
  return { schema, leftOut };

  function leaveUnless(isSame: boolean, area: LeavableArea, value: Json): void {
    if (!isSame) {
      leaves.push(area);
      leftOut.push({ path: area, value });
    }
  }
}

/** The unique text field if there is one: records are told apart by it. */
function findKeyField({ properties }: PulledApp, codes: ReadonlySet<string>): string | undefined {
  const fitting = [...codes].filter((code) => textOf(memberOf(properties[code], "type")) !== "SUBTABLE");
  return (
    fitting.find((code) => memberOf(properties[code], "unique") === true) ??
    fitting.find((code) => textOf(memberOf(properties[code], "type")) === "SINGLE_LINE_TEXT") ??
    fitting[0]
  );
}

const themes = ["WHITE", "RED", "BLUE", "GREEN", "YELLOW", "BLACK"] as const;

function toTheme(text: string): AppSchema["theme"] {
  return themes.find((theme) => theme === text) ?? "WHITE";
}

/** kintone's own view 「（作業者が自分）」 comes and goes with the process; nobody declares it. */
function toViews(app: PulledApp, codes: ReadonlySet<string>, leftOut: LeftOut[]): View[] {
  return Object.entries(app.views)
    .filter(([, view]) => textOf(memberOf(view, "builtinType")) === "")
    .toSorted(([, left], [, right]) => indexOf(left) - indexOf(right))
    .flatMap(([name, view]) => {
      const declared = toView(name, view ?? null, codes);
      if (declared === null) {
        leftOut.push({ path: `views.${name}`, value: view ?? null });
      }
      return declared === null ? [] : [declared];
    });
}

const rightMembers: Readonly<Record<AppRight, string>> = {
  view: "recordViewable",
  add: "recordAddable",
  edit: "recordEditable",
  delete: "recordDeletable",
  import: "recordImportable",
  export: "recordExportable",
  manage: "appEditable",
};

function toPermissions(rights: readonly Json[], { principals }: Names): Permissions {
  const rightsOf = (role: Role): AppRight[] => {
    const line = rights.find((each) => findRole(memberOf(each, "entity"), principals) === role) ?? null;
    return appRightsOf(line);
  };
  return {
    jimukyoku: rightsOf("jimukyoku"),
    tantou: rightsOf("tantou"),
    kachou: rightsOf("kachou"),
    koukai: rightsOf("koukai"),
    iin: rightsOf("iin"),
    etsuran: rightsOf("etsuran"),
  };
}

function appRightsOf(line: Json): AppRight[] {
  const all: readonly AppRight[] = ["view", "add", "edit", "delete", "import", "export", "manage"];
  return all.filter((right) => memberOf(line, rightMembers[right]) === true);
}

/** Plugins and files that a town has besides ours: declarations never take them away. */
function listUndeclarable({ areas }: PulledApp): LeftOut[] {
  const customize = areas.customize ?? {};
  return [
    { path: "plugins", value: areas["app-plugins"]?.["plugins"] ?? null },
    { path: "customize.desktop", value: withoutEmpty(customize["desktop"]) },
    { path: "customize.mobile", value: withoutEmpty(customize["mobile"]) },
  ].filter(({ value }) => (Array.isArray(value) ? listOf(value) : Object.keys(objectOf(value))).length > 0);
}

/** `{ js: [], css: [] }` says nothing. */
function withoutEmpty(value: Json | undefined): JsonObject {
  return Object.fromEntries(Object.entries(objectOf(value)).filter(([, member]) => listOf(member).length > 0));
}
