import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { CellField, FieldDeclaration } from "../../../apps-schema/schema/field-declaration.ts";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import { textOf } from "../../cli/say.ts";
import type { FieldOverlay, Overlay } from "./overlay.ts";

const messages = defineMessages({
  misfit: {
    ja: "環境「{name}」の overlay が宣言に合いません: {problems}。環境のファイルを直してから、もう一度実行してください。",
    en: "The overlay of “{name}” does not fit the declarations: {problems}. Mend its file, then run again.",
  },
  noField: { ja: "{path}(この項目はありません)", en: "{path} (there is no such field)" },
  noMember: { ja: "{path}({type} の項目では変えられません)", en: "{path} (cannot differ in a {type})" },
  lostOptions: {
    ja: "{path}(宣言の選択肢 {options} が要ります。足すことと並べ替えだけができます)",
    en: "{path} (keeps the declared options {options}; a town may add and reorder)",
  },
  noOption: { ja: "{path}(「{value}」は選択肢にありません)", en: "{path} (“{value}” is not one of the options)" },
});

type Problems = string[];

/** The declared apps as this town says them; whatever does not fit is listed in one failure before anything is read. */
export function applyOverlay(environment: string, apps: readonly AppSchema[], overlay: Overlay): readonly AppSchema[] {
  const problems: Problems = [];
  const overlaid = apps.map((app) => overlayApp(app, overlay[app.key], problems));
  if (problems.length > 0) {
    throw createFailure("configuration", messages.misfit, { name: environment, problems: problems.join("、") });
  }
  return overlaid;
}

function overlayApp(app: AppSchema, overlay: Overlay[AppSchema["key"]], problems: Problems): AppSchema {
  if (overlay === undefined) {
    return app;
  }
  const { name = app.name, description = app.description } = overlay;
  const fields: Record<string, FieldDeclaration> = { ...app.fields };
  for (const [path, change] of Object.entries(overlay.fields ?? {})) {
    const place = `${app.key}.fields.${path}`;
    const [code = "", column, ...rest] = path.split(".");
    const field = fields[code];
    const cell = field?.type === "SUBTABLE" && column !== undefined ? field.fields[column] : undefined;
    if (rest.length > 0 || field === undefined || (column !== undefined && cell === undefined)) {
      problems.push(textOf(messages.noField, { path: place }));
    } else if (field.type === "SUBTABLE" && column !== undefined && cell !== undefined) {
      const changed = overlayField(cell, change, { path: place, problems });
      fields[code] = { ...field, fields: { ...field.fields, [column]: changed } };
    } else {
      fields[code] = overlayField(field, change, { path: place, problems });
    }
  }
  return { ...app, name, description, fields };
}

type Place = { readonly path: string; readonly problems: Problems };

function overlayField<Field extends FieldDeclaration | CellField>(
  field: Field,
  change: FieldOverlay,
  place: Place,
): Field {
  const { label = field.label, help = field.help } = change;
  const words = help === undefined ? { label } : { label, help };
  return { ...field, ...words, ...overlayUnit(field, change, place), ...overlayChoice(field, change, place) };
}

function overlayUnit(field: FieldDeclaration, { unit }: FieldOverlay, place: Place): { unit?: string } {
  if (unit === undefined || field.type === "NUMBER") {
    return unit === undefined ? {} : { unit };
  }
  refuse(field, "unit", place);
  return {};
}

/** Rules, lists and stored records name the declared options, so a town adds its own and puts them in its order. */
function overlayChoice(
  field: FieldDeclaration,
  { options, defaultValue }: FieldOverlay,
  place: Place,
): { options?: readonly string[]; defaultValue?: string } {
  const declared = "options" in field ? field.options : null;
  const takesDefault = ["SINGLE_LINE_TEXT", "RADIO_BUTTON", "DROP_DOWN"].includes(field.type);
  if (options !== undefined && declared === null) {
    refuse(field, "options", place);
  }
  if (defaultValue !== undefined && !takesDefault) {
    refuse(field, "defaultValue", place);
  }
  const lost = options === undefined ? [] : (declared ?? []).filter((option) => !options.includes(option));
  if (lost.length > 0) {
    place.problems.push(
      textOf(messages.lostOptions, {
        path: `${place.path}.options`,
        options: lost.map((each) => `「${each}」`).join(""),
      }),
    );
  }
  const known = options ?? declared;
  if (defaultValue !== undefined && defaultValue !== "" && known !== null && !known.includes(defaultValue)) {
    place.problems.push(textOf(messages.noOption, { path: `${place.path}.defaultValue`, value: defaultValue }));
  }
  return { ...(options === undefined ? {} : { options }), ...(defaultValue === undefined ? {} : { defaultValue }) };
}

function refuse(field: FieldDeclaration, member: keyof FieldOverlay, { path, problems }: Place): void {
  problems.push(textOf(messages.noMember, { path: `${path}.${member}`, type: field.type }));
}
