import { vi } from "vitest";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { buildSuiteSettings } from "../../../apps-schema/build-suite-settings.ts";
import type { SuiteSettings } from "../../../apps-schema/suite-settings.ts";
import { createFakeKintone, type FakeKintone } from "../../core/testing/fake-kintone.ts";
import { registerInputCheck } from "../register-input-check.ts";

/** Puts the check on a page of the app with the settings file that deployment would write. */
export function installCheck(
  app: AppKey,
  options: Parameters<typeof createFakeKintone>[0] & { readonly ruleLevels?: SuiteSettings["ruleLevels"] } = {},
): FakeKintone {
  const { ruleLevels = {}, ...fakeOptions } = options;
  const settings = buildSuiteSettings({ app, ruleLevels });
  const appId = Number(settings.apps[app]);
  const fake = createFakeKintone({ appId, answer: () => ({ records: [] }), ...fakeOptions });
  vi.stubGlobal("kintone", fake.kintone);
  vi.stubGlobal("machiDxSettings", settings);
  registerInputCheck("p", fakeOptions.mobile ? "mobile.app.record" : "app.record");
  return fake;
}

/** A record as the REST API answers it, for the fake's `answer`. */
export function buildStored(values: Readonly<Record<string, string>>): Record<string, { value: string }> {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }]));
}
