import type { AppSettings, StoredField } from "../store/app-settings.ts";

/** The settings with a mark on the fields that may be read and not edited; pages show those without inputs. */
export function lockFields<T extends Pick<AppSettings, "fields">>(settings: T, locked: ReadonlySet<string>): T {
  const lock = (field: StoredField): StoredField => ({
    ...field,
    ...(locked.has(field.code) && { locked: true as const }),
    ...(field.fields && { fields: field.fields.map(lock) }),
  });
  return locked.size === 0 ? settings : { ...settings, fields: settings.fields.map(lock) };
}
