import type { AppSchema } from "../schema/app-schema.ts";

export type GeneralSettingsPayload = {
  readonly name: string;
  readonly description: string;
  readonly icon: { readonly type: "PRESET"; readonly key: string };
  readonly theme: string;
  readonly titleField: { readonly selectionMode: "MANUAL"; readonly code: string };
  readonly enableThumbnails: boolean;
  readonly enableBulkDeletion: boolean;
  readonly enableComments: boolean;
  readonly enableDuplicateRecord: boolean;
  readonly enableInlineRecordEditing: boolean;
  readonly numberPrecision: {
    readonly digits: string;
    readonly decimalPlaces: string;
    readonly roundingMode: "HALF_EVEN";
  };
  readonly firstMonthOfFiscalYear: string;
};

/** Builds the body of the general settings API; send it after the fields, because it names the title field. */
export function buildGeneralSettings({
  name,
  description,
  icon,
  theme,
  titleField,
}: AppSchema): GeneralSettingsPayload {
  return {
    name,
    description,
    icon: { type: "PRESET", key: icon },
    theme,
    titleField: { selectionMode: "MANUAL", code: titleField },
    enableThumbnails: true,
    // A list's "delete all" would take the plan away in two presses.
    enableBulkDeletion: false,
    enableComments: true,
    enableDuplicateRecord: true,
    enableInlineRecordEditing: true,
    numberPrecision: { digits: "16", decimalPlaces: "4", roundingMode: "HALF_EVEN" },
    firstMonthOfFiscalYear: "4",
  };
}
