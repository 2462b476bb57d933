import * as v from "valibot";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";

const unknownMember = "この名前の項目はありません";
const someText = v.pipe(v.string("文字列が必要"), v.minLength(1, "空"));
const optionList = v.pipe(
  v.array(someText, "選択肢の一覧が必要"),
  v.check((options) => new Set(options).size === options.length, "同じ選択肢が2つあります"),
);

const fieldOverlaySchema = v.strictObject(
  {
    label: v.optional(someText),
    help: v.optional(v.string("文字列が必要")),
    unit: v.optional(v.string("文字列が必要")),
    options: v.optional(optionList),
    defaultValue: v.optional(v.string("文字列が必要")),
  },
  unknownMember,
);

const appOverlaySchema = v.strictObject(
  {
    name: v.optional(v.pipe(someText, v.maxLength(64, "64文字まで"))),
    description: v.optional(v.string("文字列が必要")),
    /** By field code; a table's column as `table.column`. */
    fields: v.optional(v.record(v.string(), fieldOverlaySchema)),
  },
  unknownMember,
);

/** What a town may say differently from the declarations: everything else that differs is a mistake or drift. */
export const overlaySchema = v.record(v.picklist(appKeys, "アプリの名前が宣言にありません"), appOverlaySchema);

export type Overlay = v.InferOutput<typeof overlaySchema>;

export type FieldOverlay = v.InferOutput<typeof fieldOverlaySchema>;
