import { createAppSettings } from "../../settings/create-app-settings.ts";
import type { AppSettings, ProcessSettings, StoredField } from "../../store/app-settings.ts";
import { createFirstAccounts } from "../../store/create-first-accounts.ts";
import { openDatabase } from "../../store/database.ts";
import { createStore } from "../../store/store.ts";
import type { Store } from "../../store/store.ts";
import type { User } from "../../store/user-store.ts";
import { loadAccess } from "../../permission/load-access.ts";
import type { LiveApp, WriteScope } from "../write-scope.ts";

/** A field as a test declares it; `fields` are those of a table. */
export type TestField = {
  readonly code: string;
  readonly type: string;
  readonly property?: Readonly<Record<string, unknown>>;
  readonly fields?: readonly TestField[];
};

/** 2026-04-01 09:30 in Tokyo. */
export const testNow = new Date("2026-04-01T00:30:00Z");

/** A store in memory with `admin` and the user `tantou` (no administrator). */
export function createTestStore(): Store {
  const store = createStore(openDatabase(":memory:"));
  createFirstAccounts(store, "no password", testNow);
  store.users.add({ code: "tantou", name: "担当者", passwordHash: "no password" }, testNow);
  return store;
}

/** An app that is live at once, with the system fields and these. */
export function createTestApp(
  store: Store,
  fields: readonly TestField[],
  change: Partial<Pick<AppSettings, "general" | "process">> = {},
): LiveApp {
  const by = { by: "admin", now: testNow };
  const { id } = store.apps.create((allocateId) => {
    const settings = createAppSettings("試験", allocateId);
    const toField = (field: TestField): StoredField => ({
      id: allocateId(),
      code: field.code,
      type: field.type,
      property: { label: field.code, ...field.property },
      ...(field.fields && { fields: field.fields.map(toField) }),
    });
    return { ...settings, ...change, fields: [...settings.fields, ...fields.map(toField)] };
  }, by);
  store.apps.publish(id, by);
  const settings = store.apps.find(id)?.live;
  if (!settings) {
    throw new Error("the test app is not live");
  }
  return { id, settings };
}

/** What a call of `admin` on an app works with. */
export function createTestScope(store: Store, app: LiveApp, login = "admin"): WriteScope {
  const caller = findTestUser(store, login);
  const creator = store.apps.find(app.id)?.creator ?? "";
  const access = loadAccess(store, { id: app.id, creator, settings: app.settings }, { user: caller, now: testNow });
  return { store, app, caller, now: testNow, access };
}

/** An account of the test store. */
export function findTestUser(store: Store, login: string): User {
  const user = store.users.find(login);
  if (!user) {
    throw new Error(`there is no user ${login}`);
  }
  return user;
}

/** Process settings with the states in their order; every state is `{type: "ONE", entities: []}` unless given. */
export function buildTestProcess(
  states: Readonly<Record<string, ProcessSettings["states"][number]["assignee"] | null>>,
  actions: readonly (Partial<ProcessSettings["actions"][number]> & { name: string; from: string; to: string })[],
): ProcessSettings {
  return {
    enable: true,
    states: Object.entries(states).map(([name, assignee], index) => ({
      name,
      index: String(index),
      assignee: assignee ?? { type: "ONE", entities: [] },
    })),
    actions: actions.map((action) => ({ filterCond: "", type: "PRIMARY", ...action })),
  };
}
